import type { Person } from '@/features/people';

/** What a person is called: their name, else their address. */
export const nameOf = ({ first_name, last_name, email }: Pick<Person, 'first_name' | 'last_name' | 'email'>) => [first_name, last_name].filter(Boolean).join(' ') || email;

/** Whether the person has a link that counts still. */
export const isInvited = ({ invited_until }: Pick<Person, 'invited_until'>) => invited_until !== null && new Date(invited_until) > new Date();

/** Letters without accents and capitals, so that `zoe` finds Zoé. */
const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Those of whom name, address or a group hold each word that is looked for. Addresses are sealed on the server, which cannot look for a part of one. */
export function found(people: readonly Person[], wanted: string): Person[] {
  const words = plain(wanted).split(/\s+/).filter(Boolean);
  return people.filter((person) => {
    const told = plain([nameOf(person), person.email, ...person.groups].join('\n'));
    return words.every((word) => told.includes(word));
  });
}
