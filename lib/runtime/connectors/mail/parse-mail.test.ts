import { describe, expect, test } from 'vitest';
import { parseMail } from './parse-mail';

const bytes = (text: string) => new TextEncoder().encode(text.replaceAll('\n', '\r\n'));
const parse = (text: string) => parseMail(bytes(text));
const mail = (headers: string, body: string) =>
  `From: "Zoë" <Zoe@Example.org>\nTo: support@shop.example\n${headers}\n\n${body}`;

describe('a mail as tickets need it', () => {
  test('sender, recipients, subject, ids and text', async () => {
    const found = await parse(
      mail(
        'Cc: Boss <boss@example.org>\nSubject: =?utf-8?q?O=C3=B9_est_ma_commande=3F?=\nMessage-ID: <a@example.org>\nReferences: <one@x> <two@x>\nIn-Reply-To: <two@x>\nContent-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable',
        'Bonjour,\n\nje l=E2=80=99attends.',
      ),
    );
    expect(found).toMatchObject({
      messageId: 'a@example.org',
      references: ['one@x', 'two@x'],
      from: { name: 'Zoë', address: 'zoe@example.org' },
      recipients: ['support@shop.example', 'boss@example.org'],
      subject: 'Où est ma commande?',
      quoted: null,
      html: null,
      automatic: false,
      bounce: null,
    });
    expect(found.text).toMatch(/^Bonjour,\n\nje l/);
  });

  test('answers go where the mail asks for them', async () => {
    const found = await parse(mail('Reply-To: forms@example.org\nSubject: Form', 'Hello'));
    expect(found.from.address).toBe('zoe@example.org');
    expect(found.replyTo).toEqual({ name: 'Zoë', address: 'forms@example.org' });
  });

  test('nobody wrote it', async () => {
    await expect(parse('Subject: Nothing\n\nHello')).rejects.toThrow('no_sender');
  });

  test('what the database refuses is left out', async () => {
    const found = await parse(mail('Subject: Odd', 'a\u0000b'));
    expect(found.text).toBe('ab');
  });

  test('files keep their names, pictures inside the text too', async () => {
    const found = await parse(
      mail(
        'Subject: Photo\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b',
        `--b\nContent-Type: text/plain\n\nSee below\n--b\nContent-Type: image/png; name="caf=?.png"\nContent-Disposition: attachment; filename*=utf-8''caf%C3%A9.png\nContent-Transfer-Encoding: base64\n\niVBORw0KGgo=\n--b\nContent-Type: message/rfc822\n\nFrom: x@example.org\nSubject: Inner\n\nInner text\n--b--`,
      ),
    );
    expect(found.text).toBe('See below');
    expect(found.attachments.map(({ name, type }) => [name, type])).toEqual([
      ['café.png', 'image/png'],
      ['mail.eml', 'message/rfc822'],
    ]);
    expect([...(found.attachments[0]?.bytes ?? [])].slice(0, 4)).toEqual([0x89, 0x50, 0x4e, 0x47]);
  });
});

describe('quotes are folded', () => {
  const quote = '> Your order is on its way.\n> Kind regards';
  test.each([
    ['English', 'On Mon, 16 Nov 2026 at 10:12, Shop Support <support@shop.example> wrote:'],
    ['French', 'Le lun. 16 nov. 2026 à 10:12, Shop Support <support@shop.example> a écrit :'],
    ['German', 'Am 16.11.2026 um 10:12 schrieb Shop Support <support@shop.example>:'],
  ])('%s', async (_, line) => {
    const found = await parse(mail('Subject: Re: Order', `It has not come yet.\n\n${line}\n${quote}`));
    expect(found.text).toBe('It has not come yet.');
    expect(found.quoted).toContain('on its way');
  });

  test('of a mail that has HTML alone', async () => {
    const found = await parse(
      mail(
        'Subject: Re: Order\nContent-Type: text/html; charset=utf-8',
        '<html><head><style>p{color:red}</style></head><body><div>It has <b>not</b> come &amp; I wait.</div><div class="gmail_quote"><div>On Mon, 16 Nov 2026 at 10:12, Shop &lt;support@shop.example&gt; wrote:<br></div><blockquote>Your order is on its way.</blockquote></div></body></html>',
      ),
    );
    expect(found.text).toBe('It has not come & I wait.');
    expect(found.quoted).toContain('on its way');
  });

  test('answers between the lines are kept whole', async () => {
    const text = '> Which size?\nForty-two.\n> Which colour?\nRed.';
    const found = await parse(mail('Subject: Re: Order', text));
    expect(found).toMatchObject({ text, quoted: null });
  });
});

describe('HTML is made safe', () => {
  test.each([
    ['scripts', '<p>Hi</p><script>alert(1)</script>', /script|alert/],
    ['handlers', '<p onclick="alert(1)">Hi</p>', /onclick/],
    ['images, which tell who reads', '<p>Hi<img src="https://spy.example/x.gif"></p>', /img|spy/],
    ['links that run', '<p>Hi <a href="javascript:alert(1)">x</a></p>', /javascript/],
    ['links that hide what they run', '<p>Hi <a href="java&#10;script:alert(1)">x</a></p>', /script/],
    [
      'forms and frames',
      '<p>Hi</p><form action="https://x.example"><input></form><iframe src="x"></iframe>',
      /form|input|frame/,
    ],
    ['styles that load', '<p style="background:url(https://spy.example);color:red">Hi</p>', /url|spy/],
    ['SVG', '<p>Hi</p><svg onload=alert(1)><script>1</script></svg>', /svg|onload|script/],
    ['meta and base', '<base href="https://x.example"><meta http-equiv="refresh" content="0"><p>Hi</p>', /base|meta/],
  ])('%s', async (_, html, bad) => {
    const found = await parse(mail('Subject: x\nContent-Type: text/html', html));
    expect(found.html).toContain('Hi');
    expect(found.html).not.toMatch(bad);
  });

  test('what is harmless stays', async () => {
    const html = '<p style="color:red">Hi <a href="https://shop.example/a?b=1&amp;c=2">there</a></p>';
    const found = await parse(mail('Subject: x\nContent-Type: text/html', html));
    expect(found.html).toContain('color:red');
    expect(found.html).toContain('href="https://shop.example/a?b=1&amp;c=2"');
  });
});

describe('automatic mails are recognised', () => {
  test.each([
    ['Auto-Submitted: auto-replied', true],
    ['Auto-Submitted: auto-generated; owner-email="x@example.org"', true],
    ['Auto-Submitted: no', false],
    ['Precedence: bulk', true],
    ['Precedence: first-class', false],
    ['X-Auto-Response-Suppress: DR, OOF, AutoReply', true],
    ['X-Auto-Response-Suppress: DR, RN', false],
    ['List-Id: News <news.example.org>', true],
    ['List-Unsubscribe: <https://example.org>', true],
    ['X-Autoreply: yes', true],
    ['Return-Path: <>', true],
    ['Return-Path: <zoe@example.org>', false],
    ['X-Mailer: Thunderbird', false],
  ])('%s: %s', async (header, expected) => {
    expect((await parse(mail(`${header}\nSubject: x`, 'Hello'))).automatic).toBe(expected);
  });
});

describe('bounces', () => {
  const report = (fields: string, original: string) =>
    `From: Mail Delivery System <MAILER-DAEMON@mx.example>\nTo: support@shop.example\nSubject: Undelivered\nReturn-Path: <>\nMIME-Version: 1.0\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\n\n--b\nContent-Type: text/plain\n\nI could not deliver.\n--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example\nArrival-Date: Mon, 16 Nov 2026 10:00:00 +0000\n\n${fields}\n--b\n${original}\n--b--\n`;
  const headers =
    'Content-Type: text/rfc822-headers\n\nFrom: support@shop.example\nMessage-ID: <ours@shop.example>\nSubject: Re: Order';

  test('a mail of ours that did not arrive', async () => {
    const found = await parse(
      report(
        'Final-Recipient: rfc822; zoe@example.org\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 5.1.1 <zoe@example.org>:\n User unknown',
        headers,
      ),
    );
    expect(found.automatic).toBe(true);
    expect(found.bounce).toEqual({
      messageId: 'ours@shop.example',
      recipients: [
        {
          address: 'zoe@example.org',
          action: 'failed',
          status: '5.1.1',
          diagnostic: '550 5.1.1 <zoe@example.org>: User unknown',
        },
      ],
    });
    expect(found.attachments).toEqual([]);
  });

  test('with the whole mail inside, several recipients, one of them late', async () => {
    const found = await parse(
      report(
        'Final-Recipient: rfc822;a@example.org\nAction: delayed\nStatus: 4.4.1\n\nOriginal-Recipient: rfc822;B@example.org\nFinal-Recipient: rfc822;c@example.org\nAction: failed\nStatus: 5.2.2',
        'Content-Type: message/rfc822\n\nFrom: support@shop.example\nMessage-ID:\n <ours@shop.example>\nSubject: x\n\nText with Message-ID: <other@x>',
      ),
    );
    expect(found.bounce?.messageId).toBe('ours@shop.example');
    expect(found.bounce?.recipients).toEqual([
      { address: 'a@example.org', action: 'delayed', status: '4.4.1', diagnostic: null },
      { address: 'b@example.org', action: 'failed', status: '5.2.2', diagnostic: null },
    ]);
  });
});
