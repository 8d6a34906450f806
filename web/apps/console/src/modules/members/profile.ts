import type { Schema } from '@shuke/api'

export type Member = Schema<'ShowMemberReply'>
export type Birthday = Schema<'BirthdayText'>

/** The version of the consent text that the register dialog shows; change it together with the words in locale.ts. */
export const consentText = '2026-11'

/** What an edit sends when it changes nothing: the server takes the whole profile. */
export function profileOf(member: Member): Schema<'EditMemberRequest'> {
  return {
    name: member.name,
    gender: member.gender,
    birthday: member.birthday,
    email: member.email ?? '',
    address: member.address ?? '',
    notes: member.notes,
    preferredStoreId: member.preferredStore?.id ?? null,
    consultantId: member.consultant?.id ?? null,
    fields: [],
    newPhone: null,
  }
}
