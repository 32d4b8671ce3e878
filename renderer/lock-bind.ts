/**
 * Imported before anything else. Older Electrons look `Function.prototype.bind` up in the page whenever the bridge
 * answers with a promise, and pass it handles of their own; a script that got into the page must not be able to put
 * its own function there. Nothing in the page replaces `bind`, so it is fixed for all versions.
 */
Object.defineProperty(Function.prototype, 'bind', { writable: false, configurable: false });
