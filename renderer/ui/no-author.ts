/** Said where somebody is about to open a case without a name. */
export const NO_AUTHOR = 'The custody log needs to say who did what.';
