/**
 * The file dialogs of Linux (GTK) write each file a person chooses into `recently-used.xbel`, by path, for all programs to
 * see; no option of theirs keeps them from it. So the folder in which they look for that list is one that cannot be. It
 * must be said before GTK starts. What a desktop's portal shows instead of them keeps is not in our hands.
 */
export function keepNoRecentDocuments(): void {
  if (process.platform === 'linux') process.env.XDG_DATA_HOME = '/dev/null';
}
