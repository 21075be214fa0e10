import { describe, expect, it } from 'vitest';
import { channelAddress, readChannelPage } from './telegram.js';

const message = (id: number, inner: string) =>
  `<div class="tgme_widget_message_wrap"><div class="tgme_widget_message" data-post="warraq/${id}">${inner}<div class="tgme_widget_message_footer"><div class="tgme_widget_message_info"><span class="tgme_widget_message_views">12.4K</span><span class="tgme_widget_message_meta">edited <a class="tgme_widget_message_date" href="https://t.me/warraq/${id}"><time datetime="2023-09-09T01:00:0${id}+00:00">01:00</time></a></span></div></div></div></div>`;

const page = `<html><body><div class="tgme_channel_info_header_title"><span>قناة الورّاق</span></div>
<a class="tme_messages_more" data-before="3" href="/s/warraq?before=3"></a>
${message(3, '<div class="tgme_widget_message_text">عاجل: هزة أرضية تضرب المنطقة<br><br>تفاصيل لاحقاً <a href="https://a.example/x">الرابط</a></div>')}
${message(4, '<div class="tgme_widget_message_forwarded_from">Forwarded from <a class="tgme_widget_message_forwarded_from_name" href="https://t.me/other">قناة أخرى</a></div><a class="tgme_widget_message_reply" href="https://t.me/warraq/3"><div class="tgme_widget_message_text js-message_reply_text">نص المنشور السابق</div></a><a class="tgme_widget_message_photo_wrap" style="width:1px;background-image:url(\'https://cdn.example/1.jpg\')"></a><div class="tgme_widget_message_text">صورة من المكان</div>')}
</body></html>`;

describe('readChannelPage', () => {
  it('reads posts with what the page tells of them', () => {
    const read = readChannelPage(page, 'https://t.me/s/warraq');
    if ('reason' in read) throw new Error(read.reason);
    expect(read.title).toBe('قناة الورّاق');
    expect(read.older).toBe('https://t.me/s/warraq?before=3');
    expect(read.entries).toMatchObject([
      {
        id: 'https://t.me/warraq/3',
        title: 'عاجل: هزة أرضية تضرب المنطقة',
        published: '2023-09-09T01:00:03Z',
        post: { views: 12_400, edited: true },
      },
      {
        title: 'صورة من المكان',
        content: 'صورة من المكان',
        image: 'https://cdn.example/1.jpg',
        post: {
          forwardedFrom: { name: 'قناة أخرى', url: 'https://t.me/other' },
          replyTo: 'https://t.me/warraq/3',
          images: ['https://cdn.example/1.jpg'],
        },
      },
    ]);
  });

  it('says why a channel cannot be read', () => {
    expect(readChannelPage('<html></html>', 'https://t.me/s/x')).toMatchObject({
      reason: expect.stringContaining('no public preview') as string,
    });
  });
});

describe('channelAddress', () => {
  it('takes no other addresses for a channel', () => {
    for (const written of [
      't.me/+secret',
      'https://t.me/joinchat/AAA',
      'https://example.com/x',
      'name',
      '@a',
    ])
      expect(channelAddress(written), written).toBeUndefined();
  });
});
