/**
 * Answers a request to the host that it plays, or null: not mine. The URL is absolute, with the real host's name.
 * `Response.error()` closes the connection without an answer.
 */
export type Handler = (request: Request) => Promise<Response | null>;
