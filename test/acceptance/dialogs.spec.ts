import { equal, ok } from 'node:assert/strict';
import type { InputValues } from '../../dev/local-teams/card-actions.js';
import type { Dialog } from '../../dev/local-teams/dialogs.js';
import { da } from '../../src/text/messages.js';
import { AZURITE_START_MS, azurite } from '../support/azurite.js';
import { type FaultProxy, isOfOutbox, startFaultProxy } from '../support/fault-proxy.js';
import { type OpenRound, openRound, read } from '../support/open-round.js';
import { type Stage, setStage } from '../support/stage.js';

const TEXT = 'Vi har lært, at borgerne skal have besked med det samme.';
const { dialog: said, request } = da;

describe('answering in the large field', () => {
  let stage: Stage;
  let round: OpenRound;
  let storage: FaultProxy;

  before(async function () {
    this.timeout(AZURITE_START_MS);
    storage = await startFaultProxy(await azurite());
  });
  after(async () => storage.close());

  beforeEach(async () => {
    stage = await setStage({ connectionString: storage.connectionString });
    round = await openRound(stage.teams, ['Socialområdet', 'Skoleområdet']);
  });
  afterEach(async () => {
    storage.reset();
    await storage.release();
    await stage.stop();
  });

  function asked() {
    const [department] = round.asked;
    ok(department);
    return department;
  }

  async function open(typed: InputValues = {}, options: { readonly withoutReplyToId?: boolean } = {}): Promise<Dialog> {
    const { head, request: message } = asked();
    const { dialog } = await stage.teams.openDialog(head, message, said.open, typed, options);
    ok(dialog);
    return dialog;
  }

  const submit = (dialog: Dialog, title: string, reply?: string, withoutReplyToId = true) =>
    stage.teams.submitDialog(dialog, title, reply === undefined ? {} : { reply }, { withoutReplyToId });

  const shown = ({ card }: Dialog) => read(card ?? {});
  const channelCard = () => read(asked().request.card ?? {});

  for (const withoutReplyToId of [false, true]) {
    it(`takes the text along, says what is wrong, and sends it${withoutReplyToId ? ', where the client tells no card' : ''}`, async () => {
      const dialog = await open({ reply: '…!' }, { withoutReplyToId });
      equal(dialog.title, 'Svar fra Socialområdet');
      equal(dialog.inputs['reply'], '…!');
      await submit(dialog, request.send, undefined, withoutReplyToId);
      ok(shown(dialog).includes(said.problem({ kind: 'unintelligible' })));
      equal(dialog.inputs['reply'], '…!');
      await submit(dialog, request.send, TEXT, withoutReplyToId);
      ok(dialog.text?.startsWith(da.receipt.heading), dialog.text);
      await stage.teams.until(() => channelCard().startsWith(da.receipt.heading), 'the receipt for everyone');
      ok(channelCard().includes(TEXT));
    });
  }

  it('is untouched when the card is answered meanwhile: both texts are shown, and the next send counts', async () => {
    const { head, request: message } = asked();
    const dialog = await open({ reply: TEXT });
    await stage.teams.press(head, message, request.send, { reply: 'Det korte svar fra kortet.' });
    equal(dialog.inputs['reply'], TEXT);
    await submit(dialog, request.send);
    ok(shown(dialog).includes('Det korte svar fra kortet.'));
    equal(dialog.inputs['reply'], TEXT);
    await submit(dialog, request.send);
    await stage.teams.until(() => channelCard().includes(TEXT), 'the newest text for everyone');
  });

  it('holds what its person has kept, once it is opened again', async () => {
    const dialog = await open();
    await submit(dialog, said.saveOwn, TEXT);
    stage.teams.closeDialog(dialog);
    equal((await open()).inputs['reply'], TEXT);
    equal(channelCard().includes(TEXT), false);
  });

  it('shows the row as the notat will have it', async () => {
    const dialog = await open();
    await submit(dialog, said.preview, `${TEXT}\n- Fast vagt\n- Opfølgning`);
    ok(shown(dialog).includes('•  Fast vagt'), shown(dialog));
  });

  it('keeps the text while the store is down, and sends it when the store is back', async () => {
    const dialog = await open();
    await stage.idle();
    storage.inject({ status: 503 }, { on: (call) => !isOfOutbox(call), times: Number.MAX_SAFE_INTEGER });
    await submit(dialog, request.send, TEXT);
    ok(shown(dialog).includes(da.notices.notStored().heading), shown(dialog));
    equal(dialog.inputs['reply'], TEXT);
    storage.reset();
    await submit(dialog, said.tryAgain);
    ok(dialog.text?.startsWith(da.receipt.heading), dialog.text);
  });
});
