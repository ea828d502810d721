import type { CountryHelplines } from '../../../../../shared/entities/helpline.ts';
import { ABROAD, DAY_AND_NIGHT, REPOSITORIES, country, seenOn } from './entry.ts';

/** Emergency numbers and helplines in Asia. What was compared, and how, stands at `helplines.ts`. */
export const asia: readonly CountryHelplines[] = [
  country('HK', { numbers: ['999'], comparedWith: [seenOn('https://csrp.hku.hk/getting-help/')] }, 'samaritans.org.hk', [
    {
      name: 'The Samaritans Hong Kong',
      kind: 'crisis',
      phone: ['2896 0000'],
      text: null,
      web: 'samaritans.org.hk',
      hours: DAY_AND_NIGHT,
      languages: ['English', 'Cantonese', 'Mandarin', 'others'],
      comparedWith: [seenOn('https://samaritans.org.hk/?lang=en&p=25592'), seenOn('https://csrp.hku.hk/getting-help/')],
    },
    {
      name: 'The Samaritan Befrienders Hong Kong',
      kind: 'crisis',
      phone: ['2389 2222'],
      text: null,
      web: 'sbhk.org.hk',
      hours: DAY_AND_NIGHT,
      languages: ['Cantonese', 'English'],
      comparedWith: [seenOn('https://csrp.hku.hk/getting-help/')],
    },
  ]),
  country(
    'IL',
    {
      numbers: ['101', '100'],
      comparedWith: [
        seenOn(
          'https://www.frequentbusinesstraveler.com/2012/08/how-to-call-for-help-around-the-world-emergency-numbers-and-instructions-for-travelers/',
          '2012-08-07',
        ),
      ],
    },
    'eran.org.il',
    [
      {
        name: 'ERAN',
        kind: 'crisis',
        phone: ['1201'],
        text: null,
        web: 'eran.org.il',
        hours: DAY_AND_NIGHT,
        languages: ['Hebrew', 'Arabic', 'Russian', 'English', 'others'],
        comparedWith: [
          seenOn('https://jerusaleminstitute.org.il/en/blog/with-days-like-this/'),
          seenOn('https://www.israel21c.org/mental-health-hotline-helps-israelis-cope-with-reform-crisis/', '2023-04-24'),
        ],
      },
    ],
  ),
  country(
    'IN',
    { numbers: ['112'], comparedWith: [seenOn('https://visitnilgiris.org/en/rights/women-child-safety')] },
    'telemanas.mohfw.gov.in',
    [
      {
        name: 'Tele-MANAS',
        kind: 'crisis',
        phone: ['14416', '1-800-891-4416'],
        text: null,
        web: 'telemanas.mohfw.gov.in',
        hours: DAY_AND_NIGHT,
        languages: ['Hindi', 'English', 'others'],
        comparedWith: [
          seenOn('https://crackittoday.com/current-affairs/tele-manas/'),
          seenOn(
            'https://theshillongtimes.com/2025/02/07/tele-manas-mental-health-helpline-handles-over-18-1-lakh-calls-centre/',
            '2025-02-07',
          ),
        ],
      },
      {
        name: 'Women Helpline',
        kind: 'violence',
        phone: ['181'],
        text: null,
        web: 'wcd.gov.in',
        hours: DAY_AND_NIGHT,
        languages: ['Hindi', 'English', 'others'],
        comparedWith: [
          seenOn('https://righttoinformation.wiki/_export/xhtml/rights/women-helpline-181', '2026-06-19'),
          seenOn(
            'https://www.lokmattimes.com/technology/over-29-lakh-phone-calls-handled-by-tele-manas-cells-savitri-thakur-2/',
            '2025-12-13',
          ),
        ],
      },
    ],
  ),
  country(
    'JP',
    { numbers: ['119', '110'], comparedWith: [seenOn('https://www.city.odate.lg.jp/city/foreign-language/english/emergency-call')] },
    'since2011.net/yorisoi',
    [
      {
        name: 'Yorisoi Hotline',
        kind: 'crisis',
        phone: ['0120-279-338'],
        text: null,
        web: 'since2011.net/yorisoi',
        hours: DAY_AND_NIGHT,
        languages: ['Japanese', 'others'],
        comparedWith: [
          seenOn('http://279338.jp/yorisoi/'),
          seenOn('https://www.hurights.or.jp/archives/newsinbrief-ja/section1/2015/01/post-52.html', '2015-01'),
        ],
      },
      {
        name: 'Yorisoi Hotline in Iwate, Miyagi and Fukushima',
        kind: 'crisis',
        phone: ['0120-279-226'],
        text: null,
        web: 'since2011.net/yorisoi',
        hours: DAY_AND_NIGHT,
        languages: ['Japanese', 'others'],
        comparedWith: [
          seenOn('http://279338.jp/yorisoi/'),
          seenOn(
            'https://kotobank.jp/word/%E3%82%88%E3%82%8A%E3%81%9D%E3%81%84%E3%81%BB%E3%81%A4%E3%81%A8%E3%82%89%E3%81%84%E3%82%93-3193813',
          ),
        ],
      },
      {
        name: 'Inochi no Denwa',
        kind: 'crisis',
        phone: ['0570-783-556'],
        text: null,
        web: 'inochinodenwa.org',
        hours: null,
        languages: ['Japanese'],
        comparedWith: [seenOn('https://www.news-postseven.com/archives/20201121_1614073.html/2', '2020-11-21')],
      },
    ],
  ),
  country(
    'KR',
    { numbers: ['119', '112'], comparedWith: [seenOn('https://www.asiatoday.co.kr/kn/view.php?key=20230924010014409', '2023-09-24')] },
    'mohw.go.kr',
    [
      {
        name: 'Suicide prevention line 109',
        kind: 'crisis',
        phone: ['109'],
        text: null,
        web: 'mohw.go.kr',
        hours: DAY_AND_NIGHT,
        languages: ['Korean'],
        comparedWith: [
          seenOn('https://newspim.com/news/view/20240102000281', '2024-01-02'),
          seenOn('https://go.seoul.co.kr/news/prnewsView.php?id=410211&page=6&section=b_sec_1', '2026-02-13'),
        ],
      },
      {
        name: 'Women’s hotline 1366',
        kind: 'violence',
        phone: ['1366'],
        text: null,
        web: 'women1366.kr',
        hours: DAY_AND_NIGHT,
        languages: ['Korean'],
        comparedWith: [
          seenOn('https://www.asiatoday.co.kr/kn/view.php?key=20230924010014409', '2023-09-24'),
          seenOn('http://www.dailyclick.net/contents/68106d3d14a88ca14dd1436b', '2025-04-28'),
        ],
      },
    ],
  ),
  country(
    'MY',
    {
      numbers: ['999'],
      comparedWith: [
        seenOn('https://vietnamnews.vn/world/1763284/malaysia-sees-record-surge-in-mental-health-calls.html', '2026-01-07'),
        ABROAD,
      ],
    },
    'moh.gov.my',
    [
      {
        name: 'Talian HEAL',
        kind: 'crisis',
        phone: ['15555'],
        text: null,
        web: 'moh.gov.my',
        hours: '8:00 to midnight',
        languages: ['Malay', 'English'],
        comparedWith: [
          seenOn('https://vietnamnews.vn/world/1763284/malaysia-sees-record-surge-in-mental-health-calls.html', '2026-01-07'),
          seenOn(
            'https://www.malaymail.com/news/malaysia/2026/01/06/about-80-malaysians-a-day-turn-to-heal-15555-mental-health-hotline-for-help-says-dzulkefly/204492',
            '2026-01-06',
          ),
        ],
      },
      {
        name: 'Befrienders Kuala Lumpur',
        kind: 'crisis',
        phone: ['03-7627 2929'],
        text: null,
        web: 'befrienders.org.my',
        hours: DAY_AND_NIGHT,
        languages: ['English', 'Malay', 'others'],
        comparedWith: [REPOSITORIES, seenOn('https://nst.com.my/amp/news/nation/2022/07/813268/calls-befrienders-have-doubled', '2022-07')],
      },
      {
        name: 'Talian Kasih',
        kind: 'violence',
        phone: ['15999'],
        text: null,
        web: 'kpwkm.gov.my',
        hours: DAY_AND_NIGHT,
        languages: ['Malay', 'English'],
        comparedWith: [
          seenOn('https://www.jkm.gov.my/jkm/index.php?r=portal/left&id=bDRIZ0ZpLzd2NHRFK2N5TlVkS2Fwdz09'),
          seenOn(
            'https://www.freemalaysiatoday.com/category/bahasa/tempatan/2026/02/26/1575-kes-dera-kanak-kanak-pada-suku-tahun-keempat-2025',
            '2026-02-26',
          ),
        ],
      },
    ],
  ),
  country(
    'PH',
    {
      numbers: ['911'],
      comparedWith: [
        seenOn('https://mb.com.ph/2025/09/12/unified-911-emergency-hotline-to-be-fully-operational-this-year-dilg', '2025-09-12'),
      ],
    },
    'ncmh.gov.ph',
    [
      {
        name: 'NCMH Crisis Hotline',
        kind: 'crisis',
        phone: ['1553', '0917-899-8727'],
        text: null,
        web: 'ncmh.gov.ph',
        hours: DAY_AND_NIGHT,
        languages: ['Filipino', 'English'],
        comparedWith: [
          seenOn('https://www.sunstar.com.ph/cebu/nearly-700-call-ncmh-during-the-holidays', '2025-12'),
          seenOn('https://doh.gov.ph/press-release/launch-of-the-ncmh-crisis-hotline/', '2019-05'),
        ],
      },
    ],
  ),
  country(
    'SG',
    {
      numbers: ['995', '999'],
      comparedWith: [
        seenOn('https://www.scdf.gov.sg/home/about-us/information/scdf-emergency-medical-services'),
        seenOn('https://expat.com/en/guide/asia/singapore/34166-accidents-and-emergency-in-singapore.html', '2024-05-31'),
      ],
    },
    'sos.org.sg',
    [
      {
        name: 'Samaritans of Singapore',
        kind: 'crisis',
        phone: ['1767'],
        text: null,
        web: 'sos.org.sg',
        hours: DAY_AND_NIGHT,
        languages: ['English'],
        comparedWith: [
          seenOn(
            'https://www.channelnewsasia.com/singapore/suicide-whatsapp-service-caretext-samaritans-singapore-help-2929241',
            '2022-09',
          ),
          seenOn('https://www.daily8.com/en/hashtag/SamaritansOfSingapore', '2025-07-21'),
        ],
      },
      {
        name: 'national mindline',
        kind: 'crisis',
        phone: ['1771'],
        text: null,
        web: 'mindline.sg',
        hours: DAY_AND_NIGHT,
        languages: ['English', 'Malay', 'Chinese', 'Tamil'],
        comparedWith: [
          seenOn(
            'https://www.moh.gov.sg/newsroom/national-mindline-1771-to-provide--round-the-clock-support-for-mental-health',
            '2025-06-18',
          ),
          seenOn('https://www.straitstimes.com/singapore/national-mental-health-call-and-textline-launched', '2025-06-18'),
        ],
      },
    ],
  ),
  country(
    'TW',
    {
      numbers: ['119', '110'],
      comparedWith: [
        seenOn('https://english.taichung.gov.tw/725869/post', '2018-01-30'),
        seenOn('https://www.intotaiwan.com/guides/emergency-response'),
      ],
    },
    'mohw.gov.tw',
    [
      {
        name: '1925 Lifeline',
        kind: 'crisis',
        phone: ['1925'],
        text: null,
        web: 'mohw.gov.tw',
        hours: DAY_AND_NIGHT,
        languages: ['Chinese'],
        comparedWith: [seenOn('https://udn.com/news/story/7266/9004922', '2025-09-15'), seenOn('https://kch.org.tw/Xfile/1120619-1.html')],
      },
    ],
  ),
];
