/**
 * What a person wrote, as the bytes that came, without a closing NUL. Version 2 declares no character set, so the bytes are
 * kept and relayed unchanged; only what is shown to a person is decoded, with the account's code page.
 */
export type Text = Uint8Array
