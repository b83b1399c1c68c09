/** Stands in the bundle for the class of this name that WXT makes for a content script, which nothing here asks for; see lifetime.ts. */
export class ContentScriptContext {}
