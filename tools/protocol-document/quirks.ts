/** Something that clients do, and what the server makes of it. The first is Q1. */
export interface Quirk {
  readonly client: string
  readonly does: string
  readonly served: string
}

export const quirks: readonly Quirk[] = [
  {
    client: 'all',
    does: 'count the entries of `0406` in one byte, where the oldest description has two',
    served: 'believes the size of the packet more than the count, and so reads both',
  },
  {
    client: 'mICQ',
    does: 'overwrites the lowest byte of its first contact with a zero',
    served: 'takes the number as it stands: nothing can repair it, and the other contacts count',
  },
  {
    client: 'Licq',
    does: 'sends several `0406`, empty ones, and later one with a single contact',
    served: 'adds them up, and ends each with a `021C` of its own',
  },
  { client: 'IsecQ', does: 'signs on under number 0', served: 'begins with whatever number comes first' },
  {
    client: 'Licq',
    does: 'goes on counting when it signs on again',
    served: 'begins with whatever number comes first',
  },
  {
    client: 'mICQ, icqlib',
    does: 'draw the marks of their questions from the counter of their packets, so that numbers are skipped',
    served: 'never asks for the next number, only whether it has seen this one',
  },
  {
    client: 'Licq',
    does: 'gives `0442` the number of the server’s `00E6`',
    served: 'knows a duplicate by number and command together',
  },
  {
    client: 'icqlib, mICQ as an option',
    does: 'send messages and ACKs six times at once',
    served: 'carries out one and repeats its ACK for the others; ignores ACKs that settle nothing',
  },
  {
    client: 'Program D',
    does: 'does not count the NUL in the length of a message, but sends it',
    served: 'takes as many bytes as the length says and ignores the NUL behind them',
  },
  {
    client: 'mICQ, icqlib',
    does: 'neither count nor send the NUL of the password in `03FC`',
    served: 'takes as many bytes as the length says',
  },
  {
    client: 'Program D, IsecQ',
    does: 'write 32 or 19 as the length of the 20 bytes in `0438`',
    served: 'finds the end of that text by its NUL when the length does not fit',
  },
  {
    client: 'any',
    does: 'have a NUL in the middle of a text, or a length of 0',
    served: 'ends the text at the NUL; reads 0 as the empty text',
  },
  {
    client: 'IsecQ, later versions',
    does: 'append bytes to commands that have none',
    served: 'keeps and ignores whatever trails, everywhere',
  },
  {
    client: 'IsecQ',
    does: 'writes the number in `0460` highest byte first',
    served: 'turns it round when nobody has the number as it came and somebody has the other',
  },
  {
    client: 'mICQ, icqlib, Program D',
    does: 'put their UDP port, its bytes exchanged (mICQ with 10000 hex more), or 0 where the TCP port belongs',
    served: 'uses the lower 16 bits; tells others port 0 for whoever cannot be connected to',
  },
  {
    client: 'Licq, mICQ, Program D',
    does: 'give 127.0.0.1 or 0.0.0.0 as their own address',
    served: 'takes the outer address from the datagrams; tells an inner one that is no loopback address only',
  },
  {
    client: 'Program D',
    does: 'reads exactly two datagrams after `03E8` and gives up if they are not the ACK and `005A`',
    served:
      'holds back everything else until `005A` is acknowledged; commands are carried out meanwhile, their answers wait',
  },
  { client: 'Program D, robots', does: 'never name a contact', served: 'needs none: messages come all the same' },
  {
    client: 'icqlib in Citadel',
    does: 'sends its contacts before it has heard whether it is signed on',
    served: 'keeps up to eight datagrams until the password is checked, then treats them as if they came after it',
  },
  {
    client: 'mICQ',
    does: 'keeps the numbers that it has seen when it signs on again after `00F0`',
    served: 'goes on with the old numbers if the user comes back within ten minutes',
  },
  {
    client: 'mICQ',
    does: 'has a table for 1,024 numbers and writes beyond its end',
    served:
      'knows it by its port, and at number 1,000 says `00FA`, which makes it begin anew; spends no number on what is not sent',
  },
  {
    client: 'icqlib',
    does: 'signs on again without a pause after `00FA`',
    served: 'says `00FA` at most once a second to one address',
  },
  {
    client: 'Licq',
    does: 'repeats `03FC` when its ACK is lost, up to four times',
    served: 'gives the same number again for ten minutes',
  },
  {
    client: 'mICQ, icqlib',
    does: 'grant authorization with `010E` and a body of one strange byte (03)',
    served: 'relays it as it is, and counts it as the grant that it is',
  },
  {
    client: 'any',
    does: 'exchange text and address of a URL message',
    served: 'relays it as it is; which part is the address is for the reader to see',
  },
  {
    client: 'Licq as a feature, attackers',
    does: 'put somebody else’s UIN into the header',
    served: 'treats it as a stranger’s: a link is an address and a UIN together',
  },
  {
    client: 'mICQ',
    does: 'answers messages by itself while away, with ordinary messages',
    served: 'never answers such an answer: what goes to the system UIN is dropped',
  },
  {
    client: 'any, behind a router',
    does: 'go on from another UDP port',
    served: 'says `00F0`, upon which the client signs on again; contacts see no change',
  },
  {
    client: 'ICQ 1.1x, Licq',
    does: 'say `0438` when they are not signed on any more',
    served: 'acknowledges it, and says nothing else',
  },
  {
    client: 'IsecQ',
    does: 'marks all its searches with EFFF, or counts marks downwards',
    served: 'repeats the mark and draws no conclusion from it',
  },
  {
    client: 'IsecQ',
    does: 'ends `03E8` early or with fields of other widths',
    served: 'reads strictly up to the password, and has a default for everything after it',
  },
  {
    client: 'ICQ 99b as a sender',
    does: 'lets sender or kind of a message arrive with its bytes exchanged',
    served: 'never writes such a packet; our own client turns both back in what it receives',
  },
  {
    client: 'Licq, Program D',
    does: 'have buffers of a fixed size: 31 bytes for names, 512 for a datagram',
    served: 'cuts texts on their way out; see [limits](limits.md)',
  },
  {
    client: 'Licq',
    does: 'crashes on a `00B4` or `00C8` that it has not asked for',
    served:
      'sends each once for each question, repeats it only under its own number, and never after it was acknowledged',
  },
  {
    client: 'mICQ, icqlib',
    does: 'compare the lower half of the status as a whole, and do not know single bits',
    served: 'completes bits to the values that everybody knows; see [status](status.md)',
  },
  {
    client: 'Licq, mICQ',
    does: 'log a `006E` for somebody who is not on their list, and forget it',
    served: 'sends none: only contacts are told of',
  },
  {
    client: 'mICQ, icqlib',
    does: 'crash on a message of kind 6 or 12 with too few parts',
    served: 'completes the parts from the sender’s profile',
  },
  {
    client: 'Program D',
    does: 'breaks on a text of length 0 and on a body above 497 bytes',
    served: 'writes every length and NUL anew; splits or refuses bodies above 450',
  },
  {
    client: 'mICQ',
    does: 'sends a message to everybody as up to a hundred `010E`, once each, and never again',
    served: 'acknowledges each as soon as it is safe, and lets them wait in a queue where they are too fast',
  },
  {
    client: 'Net::ICQ',
    does: 'counts in the high byte: its numbers advance by 256',
    served: 'takes numbers as they come',
  },
  {
    client: 'Program D',
    does: 'acknowledges `00F0` and does not sign on again',
    served: 'cannot bring it back; says `00F0` only where a link has ended, at most once a second to one address',
  },
]
