import type { Key, ReactNode } from 'react'

export interface Column<Row> {
  readonly title: string
  /** Only said to those who listen: what stands in the column speaks for itself. */
  readonly isTitleHidden?: boolean
  /** Of the head and of the cells. */
  readonly className?: string
  /** Of the cells alone. */
  readonly cellClassName?: string
  cell(row: Row): ReactNode
}

interface TableProps<Row> {
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  keyOf(row: Row): Key
  classNameOf?(row: Row): string | undefined
}

/** Things of one kind, one a row. */
export function Table<Row>({ columns, rows, keyOf, classNameOf }: TableProps<Row>): ReactNode {
  return (
    <table className="table">
      <thead>
        <tr>
          {columns.map(({ title, isTitleHidden, className }) => (
            <th scope="col" className={className} key={title}>
              {isTitleHidden ? <span className="vh">{title}</span> : title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={keyOf(row)} className={classNameOf?.(row)}>
            {columns.map(({ title, className, cellClassName, cell }) => (
              <td className={[className, cellClassName].filter(Boolean).join(' ') || undefined} key={title}>
                {cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
