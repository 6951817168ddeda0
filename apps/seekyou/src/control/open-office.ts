import type { Meet } from '@seekyou/office'
import { Complaint } from '../complaint.ts'
import type { StoreConfig } from '../config.ts'
import { expectDataFolder, makeDataFolder } from '../data-folder.ts'
import { callControl, type Office } from './call-control.ts'

const patienceMs = 5_000
/** So long each try waits for the store, before the socket is tried again. */
const waitMs = 500

/**
 * Does something with the accounts of a data folder: through the running server when there is one, else by opening the store.
 * With `create`, a folder that is not there is made.
 */
export async function withOffice<Result>(
  config: StoreConfig,
  { create = false }: { create?: boolean },
  work: (meet: Meet) => Promise<Result>,
): Promise<Result> {
  if (create) makeDataFolder(config.data)
  else expectDataFolder(config.data)
  const office = await openOffice(config)
  try {
    return await work(office.meet)
  } finally {
    await office.close()
  }
}

/** A server that is just starting or stopping has the store locked and does not listen: both ways are tried until one opens. */
async function openOffice(config: StoreConfig): Promise<Office> {
  const until = performance.now() + patienceMs
  for (;;) {
    const office = (await callControl(config.data)) ?? (await openOwn(config))
    if (office) return office
    if (performance.now() > until) {
      throw new Complaint(
        `The data folder ${config.data} is in use by another process that does not answer: wait until it has started, or stop it.`,
      )
    }
  }
}

/** Loads the store only where no server has it open: asking a running server should feel immediate. */
async function openOwn(config: StoreConfig): Promise<Office | undefined> {
  const { ownOffice } = await import('./own-office.ts')
  return ownOffice(config, waitMs)
}
