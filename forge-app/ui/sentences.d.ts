/** The sentences of one language by name; made by the build. */
declare module "virtual:sentences/*" {
  const sentences: Readonly<Record<string, string>>;
  export default sentences;
}
