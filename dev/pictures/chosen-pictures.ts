/** The pictures in README and in the documents, each with the file in docs/pictures/all that it is copied from. */
export const CHOSEN: Readonly<Record<string, string>> = {
  'request.png': 'request.da.light.desktop.png',
  'request-phone.png': 'request-to-heads-with-an-earlier-round.da.light.phone.png',
  'dialog.png': 'reply-dialog-with-the-text-of-the-card.da.light.desktop.png',
  'receipt.png': 'receipt.da.light.desktop.png',
  'setup.png': 'setup-with-twelve-proposals.da.light.desktop.png',
  'preview-phone.png': 'preview.da.light.phone.png',
  'status.png': 'status-of-half.da.light.desktop.png',
  'notat-card.png': 'complete-notat.da.light.desktop.png',
  'notat-page.png': 'page-complete-1.png',
  'notat-letterhead.png': 'page-letterhead-1.png',
};
