/**
 * Works out what depends on the page's address alone once for each URL object: a pass over thousands of links hands the
 * same one to each of them. `link` is the first one asked about.
 */
export function oncePerUrl<T>(make: (url: URL, link: HTMLAnchorElement) => T) {
  let last: URL | null = null;
  let made: T;
  return (url: URL, link: HTMLAnchorElement): T => {
    if (url !== last) made = make(url, link);
    last = url;
    return made;
  };
}

/**
 * The path, query and fragment of a link that leads to the page's own site, else null. A link written as a plain path is
 * not parsed, unless a `base` element says that it starts elsewhere.
 */
export function createPathOf(): (link: HTMLAnchorElement, url: URL) => string | null {
  const siteOf = oncePerUrl(({ origin }, { baseURI }) => ({
    origin,
    isBase: baseURI.startsWith(`${origin}/`),
  }));
  return (link, url) => {
    const { origin, isBase } = siteOf(url, link);
    const written = link.getAttribute("href") ?? "";
    if (isBase && /^\/[\w-][\w/-]*$/.test(written)) return written;
    const { href } = link;
    return href.startsWith(`${origin}/`) ? href.slice(origin.length) : null;
  };
}
