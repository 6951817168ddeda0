import { linkTo } from './command-pages.ts'
import { diagram, type Flow, packetsOf } from './flow.ts'
import { beingHere } from './flows/being-here.ts'
import { betweenClients } from './flows/between-clients.ts'
import { findingPeople } from './flows/finding-people.ts'
import { signingOn } from './flows/signing-on.ts'
import { talking } from './flows/talking.ts'
import { generated, paragraphs, slug } from './markdown.ts'

/** Every flow, in the order in which a user meets them. */
export const flows: readonly Flow[] = [...signingOn, ...beingHere, ...talking, ...findingPeople, ...betweenClients]

/** The text of `flows.md`. */
export function flowsPage(): string {
  return paragraphs([
    generated,
    '# Flows',
    'What is said in which order. Solid arrows are packets, dashed ones acknowledgements. Every packet but an ACK is acknowledged, in both directions; the diagrams show the ACK only where its place matters.',
    flows.map(({ title }) => `- [${title}](#${slug(title)})`).join('\n'),
    ...flows.map((flow) =>
      paragraphs([
        `## ${flow.title}`,
        ...flow.about,
        diagram(flow),
        ...(flow.notes ?? []),
        packetsOf(flow)
          .map((schema) => linkTo(schema))
          .join(' · '),
      ]).trimEnd(),
    ),
  ])
}
