interface BarProps {
  caption: string;
  /** Of the first column and of each of the values. */
  heads: readonly string[];
  rows: readonly { name: string; values: readonly number[] }[];
}

/** A table with a bar behind each number: a chart for eyes and for screen readers alike. */
export function BarTable({ caption, heads, rows }: BarProps) {
  const most = Math.max(1, ...rows.flatMap(({ values }) => values));
  return (
    <table className="numbers-bars">
      <caption>{caption}</caption>
      <thead>
        <tr>
          {heads.map((it) => (
            <th key={it} scope="col">
              {it}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, values }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            {values.map((value, at) => (
              <td key={heads[at + 1]}>
                <span className="numbers-bar" style={{ inlineSize: `${(value / most) * 60}%` }} />
                {value}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
