/** Under this name, as a symbol, stands in a page's isolated world what makes calls for the worker. */
export const performerName = "plumbline.perform";
