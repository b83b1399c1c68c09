/** Kinds of refusal with Linear's own `type` and `code`. Types: @linear/sdk 98; codes: inferred but for RATELIMITED. */
const kinds = {
  "invalid input": "INPUT_ERROR",
  "authentication error": "AUTHENTICATION_ERROR",
  forbidden: "FORBIDDEN",
  ratelimited: "RATELIMITED",
  "graphql error": "GRAPHQL_VALIDATION_FAILED",
  "internal error": "INTERNAL_SERVER_ERROR",
} as const;
export type LinearErrorKind = keyof typeof kinds;

/** A refusal that goes to the client with `extensions {type, code, userError, userPresentableMessage}`. */
export class LinearError extends Error {
  readonly extensions: {
    type: LinearErrorKind;
    code: string;
    userError: boolean;
    userPresentableMessage: string;
  };

  /** `sentence` is what people read; `message` is for developers. */
  constructor(type: LinearErrorKind, message: string, sentence: string = message) {
    super(message);
    this.name = "LinearError";
    const userError = type !== "internal error" && type !== "graphql error";
    this.extensions = { type, code: kinds[type], userError, userPresentableMessage: sentence };
  }
}

export const invalidInput = (message: string, sentence?: string) =>
  new LinearError("invalid input", message, sentence);

export const notFound = (what: string) =>
  new LinearError("invalid input", `Entity not found: ${what}`, `Could not find referenced ${what}.`);
