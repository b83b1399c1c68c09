/** A page of any browser that can be asked: `look` may use nothing but the page. */
export interface Evaluates {
  evaluate<T>(look: () => T): Promise<T>;
}
