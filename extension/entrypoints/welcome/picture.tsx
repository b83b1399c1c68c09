/** A picture of the sandbox's company, light or dark as the person's system is. */
export const Picture = ({ name, alt }: { name: string; alt: string }) => (
  <picture>
    <source srcSet={`/welcome/${name}-dark.webp`} media="(prefers-color-scheme: dark)" />
    <img src={`/welcome/${name}-light.webp`} alt={alt} width={760} height={344} />
  </picture>
);
