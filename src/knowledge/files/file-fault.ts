/** Why a file or folder cannot be used, and what to do about it. */
export type FileFault = { readonly message: string; readonly fix: string }

/** Words an error of the file system; any other error is thrown on. */
export function fileFault(error: unknown): FileFault {
  if (!(error instanceof Error) || !('code' in error)) throw error

  const code = String(error.code)
  return faults[code] ?? { message: `it cannot be read (${code})`, fix: 'check the disk and the path' }
}

const permission = { message: 'it may not be read', fix: 'give the user who runs Pamphlet the right to read it' }

/** Faults that are told by more than an error code. */
export const noRegularFile = { message: 'it is no regular file', fix: 'put a Markdown file here' }
export const symbolicLink = { message: 'it is a symbolic link', fix: 'put the file itself here' }

const faults: Readonly<Record<string, FileFault>> = {
  ENOENT: { message: 'it does not exist', fix: 'create it, or correct its path' },
  ENOTDIR: { message: 'it is not a folder', fix: 'name the folder that holds the documents' },
  EACCES: permission,
  EPERM: permission,
  ELOOP: symbolicLink,
  ENXIO: noRegularFile,
}
