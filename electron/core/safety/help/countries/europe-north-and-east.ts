import type { CountryHelplines } from '../../../../../shared/entities/helpline.ts';
import { ABROAD, DAY_AND_NIGHT, EUROPE, REPOSITORIES, country, seenOn } from './entry.ts';

/** Emergency numbers and helplines in the British Isles and the north and east of Europe. What was compared, and how, stands at `helplines.ts`. */
export const europeNorthAndEast: readonly CountryHelplines[] = [
  country('CZ', { numbers: ['112'], comparedWith: [EUROPE] }, 'linkapsychickepomoci.cz', [
    {
      name: 'Linka první psychické pomoci',
      kind: 'crisis',
      phone: ['116 123'],
      text: null,
      web: 'linkapsychickepomoci.cz',
      hours: null,
      languages: ['Czech'],
      comparedWith: [
        seenOn(
          'https://www.irozhlas.cz/zpravy-domov/bezplatna-linka-psychicke-pomoci-omezuje-provoz-prosinec-je-pritom_2412080600_job',
          '2024-12-08',
        ),
        seenOn(
          'https://www.idnes.cz/praha/zpravy/linka-duvery-bohnice-ukoncena-cinnost-nedostatek-financi-psychika.A240110_100533_praha-zpravy_vich',
          '2024-01-10',
        ),
      ],
    },
  ]),
  country('DK', { numbers: ['112'], comparedWith: [EUROPE] }, 'livslinien.dk', [
    {
      name: 'Livslinien',
      kind: 'crisis',
      phone: ['70 201 201'],
      text: null,
      web: 'livslinien.dk',
      hours: null,
      languages: ['Danish'],
      comparedWith: [
        seenOn('https://nordicstoday.com/article/dk-denmark-suicide-hotline-25-callers-block-500k-calls'),
        seenOn('https://cphpost.dk/2015-10-26/news/suicide-prevention-lifeline-gets-funding-to-stay-open-at-night/', '2015-10-26'),
      ],
    },
  ]),
  country('FI', { numbers: ['112'], comparedWith: [EUROPE] }, 'mieli.fi', [
    {
      name: 'MIELI Kriisipuhelin',
      kind: 'crisis',
      phone: ['09 2525 0111'],
      text: null,
      web: 'mieli.fi',
      hours: DAY_AND_NIGHT,
      languages: ['Finnish'],
      comparedWith: [seenOn('http://mieli.fi/helpline'), seenOn('https://mentalhealth.fi/where-to-go-in-an-emergency')],
    },
    {
      name: 'Nollalinja',
      kind: 'violence',
      phone: ['080 005 005', '116 016'],
      text: null,
      web: 'nollalinja.fi',
      hours: DAY_AND_NIGHT,
      languages: ['Finnish', 'Swedish', 'English'],
      comparedWith: [
        seenOn('https://nollalinja.fi/en'),
        seenOn('https://stm.fi/en/-/matalan-kynnyksen-palveluilla-ehkaistaan-lahisuhdevakivaltaa-ja-naisiin-kohdistuvaa-vaki-valtaa'),
      ],
    },
  ]),
  country(
    'GB',
    { numbers: ['999', '112'], comparedWith: [ABROAD, seenOn('https://de.qwe.wiki/wiki/999_(emergency_telephone_number)')] },
    'samaritans.org',
    [
      {
        name: 'Samaritans',
        kind: 'crisis',
        phone: ['116 123'],
        text: null,
        web: 'samaritans.org',
        hours: DAY_AND_NIGHT,
        languages: ['English'],
        comparedWith: [
          seenOn('https://www.samaritans.org/how-we-can-help/contact-samaritan/'),
          seenOn('https://www.kickstherapy.com/blog/mental-health-crisis-resources-uk', '2026-01-18'),
          seenOn('https://civilsociety.co.uk/news/samaritans-helpline-now-free-to-call.html'),
        ],
      },
      {
        name: 'Shout',
        kind: 'crisis',
        phone: [],
        text: { number: '85258', word: 'SHOUT' },
        web: 'giveusashout.org',
        hours: DAY_AND_NIGHT,
        languages: ['English'],
        comparedWith: [seenOn('https://www.giveusashout.org/faqs/'), seenOn('https://giveusashout.org/about-us/faq', '2024-11-04')],
      },
      {
        name: 'NHS 111, then the option for mental health (England, Scotland, Wales)',
        kind: 'crisis',
        phone: ['111'],
        text: null,
        web: 'nhs.uk',
        hours: DAY_AND_NIGHT,
        languages: ['English'],
        comparedWith: [
          seenOn('https://www.norwoodmc.co.uk/2024/08/14/nhs-111-option-2-for-crisis-mental-health-support/', '2024-08-14'),
          seenOn('https://shsc.nhs.uk/news/call-nhs-111-if-you-are-experiencing-mental-health-crisis'),
        ],
      },
      {
        name: 'Lifeline (Northern Ireland)',
        kind: 'crisis',
        phone: ['0808 808 8000'],
        text: null,
        web: 'lifelinehelpline.info',
        hours: DAY_AND_NIGHT,
        languages: ['English'],
        comparedWith: [
          seenOn('https://www.lifelinehelpline.info/page/about.html'),
          seenOn('https://publichealth.hscni.net/news/world-suicide-prevention-day-contact-lifeline-if-youre-distress-or-despair'),
        ],
      },
      {
        name: 'National Domestic Abuse Helpline',
        kind: 'violence',
        phone: ['0808 2000 247'],
        text: null,
        web: 'nationaldahelpline.org.uk',
        hours: DAY_AND_NIGHT,
        languages: ['English'],
        comparedWith: [
          seenOn('https://refuge.org.uk/news/refuge-responds-to-reports-of-potential-increase-in-domestic-abuse-during-covid-19', '2020'),
          seenOn('https://www.centre56.org.uk/domestic-abuse'),
        ],
      },
    ],
  ),
  country('HU', { numbers: ['112'], comparedWith: [EUROPE] }, 'sos116-123.hu', [
    {
      name: 'Lelki Elsősegély Telefonszolgálat',
      kind: 'crisis',
      phone: ['116 123'],
      text: null,
      web: 'sos116-123.hu',
      hours: DAY_AND_NIGHT,
      languages: ['Hungarian'],
      comparedWith: [
        seenOn('https://infostart.hu/belfold/2022/03/19/az-ukrajnai-haboru-miatt-is-egnek-a-lelkisegely-szolgalatok-vonalai', '2022-03-19'),
        seenOn('https://felvidek.ma/?p=283210', '2019-12'),
      ],
    },
  ]),
  country('IE', { numbers: ['112', '999'], comparedWith: [EUROPE, ABROAD] }, 'samaritans.org/ireland', [
    {
      name: 'Samaritans',
      kind: 'crisis',
      phone: ['116 123'],
      text: null,
      web: 'samaritans.org/ireland',
      hours: DAY_AND_NIGHT,
      languages: ['English'],
      comparedWith: [
        seenOn(
          'https://www.irishexaminer.com/breakingnews/ireland/samaritans-answer-29m-calls-since-2014-charity-to-play-crucial-role-in-new-mental-help-phone-service-914684.html',
          '2019-04',
        ),
        seenOn('https://www.oireachtas.ie/en/debates/question/2013-12-10/505/', '2013-12-10'),
      ],
    },
    {
      name: 'Text About It',
      kind: 'crisis',
      phone: [],
      text: { number: '50808', word: 'HELLO' },
      web: 'textaboutit.ie',
      hours: DAY_AND_NIGHT,
      languages: ['English'],
      comparedWith: [seenOn('https://www.irishexaminer.com/news/arid-31005605.html', '2020-06'), REPOSITORIES],
    },
    {
      name: 'Women’s Aid',
      kind: 'violence',
      phone: ['1800 341 900'],
      text: null,
      web: 'womensaid.ie',
      hours: DAY_AND_NIGHT,
      languages: ['English'],
      comparedWith: [
        seenOn(
          'https://www.womensaid.ie/about/newsevents/news/2016/09/05/media-release-41-calls-a-day-to-womens-aid-in-2016/',
          '2016-09-05',
        ),
        seenOn('https://irishcentral.com/news/womens-aid-domestic-violence-helpline'),
      ],
    },
  ]),
  country(
    'NO',
    {
      numbers: ['113', '112'],
      comparedWith: [seenOn('https://nkom.no/telefoni-og-telefonnummer/nodnummer-nodanrop-og-lokalisering'), EUROPE],
    },
    'mentalhelse.no',
    [
      {
        name: 'Mental Helse Hjelpetelefonen',
        kind: 'crisis',
        phone: ['116 123'],
        text: null,
        web: 'mentalhelse.no',
        hours: DAY_AND_NIGHT,
        languages: ['Norwegian'],
        comparedWith: [
          seenOn(
            'https://www.nrk.no/osloogviken/over-100-barn-under-ni-ar-har-tatt-kontakt-_-hjelpetelefoner-slar-alarm-1.15736352',
            '2021-11',
          ),
          seenOn('https://www.tv2.no/a/11115544', '2020-01'),
        ],
      },
      {
        name: 'Kirkens SOS',
        kind: 'crisis',
        phone: ['22 40 00 40'],
        text: null,
        web: 'kirkens-sos.no',
        hours: DAY_AND_NIGHT,
        languages: ['Norwegian'],
        comparedWith: [
          seenOn(
            'https://www.nrk.no/osloogviken/over-100-barn-under-ni-ar-har-tatt-kontakt-_-hjelpetelefoner-slar-alarm-1.15736352',
            '2021-11',
          ),
          seenOn('https://www.tv2.no/a/11115544', '2020-01'),
        ],
      },
    ],
  ),
  country('PL', { numbers: ['112'], comparedWith: [EUROPE] }, '116sos.pl', [
    {
      name: 'Telefon Zaufania 116 123',
      kind: 'crisis',
      phone: ['116 123'],
      text: null,
      web: '116sos.pl',
      hours: DAY_AND_NIGHT,
      languages: ['Polish'],
      comparedWith: [
        seenOn(
          'https://banai.pl/ponad-110-tys-polaczen-z-numerem-116-123-ministerstwo-cyfryzacji-o-pomocy-dla-osob-w-kryzysie-emocjonalnym/',
          '2024-01-19',
        ),
        seenOn('https://emocjona.pl/potrzebujesz-pomocy-strona-wsparcia/'),
      ],
    },
    {
      name: 'Centrum Wsparcia',
      kind: 'crisis',
      phone: ['800 70 2222'],
      text: null,
      web: 'centrumwsparcia.pl',
      hours: null,
      languages: ['Polish'],
      comparedWith: [
        seenOn('https://emocjona.pl/potrzebujesz-pomocy-strona-wsparcia/'),
        seenOn('https://www.zspborzecin.pl/swiatowy-dzien-zdrowia-psychicznego/'),
        seenOn('https://zdrowie.pap.pl/psyche/na-kryzys-telefon-800-70-2222'),
      ],
    },
  ]),
  country('SE', { numbers: ['112'], comparedWith: [EUROPE] }, 'mind.se', [
    {
      name: 'Mind Självmordslinjen',
      kind: 'crisis',
      phone: ['90101'],
      text: null,
      web: 'mind.se',
      hours: null,
      languages: ['Swedish'],
      comparedWith: [
        seenOn('http://www.kronprinsessparetsstiftelse.se/projekt/sjalvmordsupplysningen.html'),
        seenOn('https://www.corren.se/nyheter/sjalvmord-ar-vanligast-bland-aldre-man-om5530243.aspx', '2018-10'),
      ],
    },
    {
      name: 'Kvinnofridslinjen',
      kind: 'violence',
      phone: ['020 50 50 50', '116 016'],
      text: null,
      web: 'kvinnofridslinjen.se',
      hours: DAY_AND_NIGHT,
      languages: ['Swedish', 'others'],
      comparedWith: [
        seenOn(
          'https://www.nck.uu.se/nyhetsarkiv/nyhetsvisningssida/?tarContentId=1077236&languageId=3&id=200&librisId=5679060&swepubId=',
          '2024-01-16',
        ),
        REPOSITORIES,
      ],
    },
  ]),
  country(
    'UA',
    {
      numbers: ['112', '103'],
      comparedWith: [
        seenOn(
          'https://rupor.com.ua/news/odyn-nomer-dlia-usikh-ekstrenykh-vypadkiv-do-kintsia-roku-sluzhba-112-maie-zapratsiuvaty-na-vsiy-terytorii-ukrainy/',
          '2024-04-13',
        ),
        seenOn('https://bukvy.org/?p=90240', '2024-01-11'),
      ],
    },
    'lifelineukraine.com',
    [
      {
        name: 'Lifeline Ukraine',
        kind: 'crisis',
        phone: ['7333'],
        text: null,
        web: 'lifelineukraine.com',
        hours: DAY_AND_NIGHT,
        languages: ['Ukrainian', 'others'],
        comparedWith: [
          seenOn('https://dzerkalo.media/news/v-ukraini-zapratsyue-garyacha-liniya-psihologichnoi-pidtrimki-dlya-veteraniv-viyni', '2019'),
          seenOn(
            'https://techtoday.in.ua/ru/vodafone-news-ru/goryachaya-lynyya-lifeline-ukraine-po-profylaktyke-samoubyjstv-prodolzhyt-podderzhyvat-psyhycheskoe-zdorove-ukrayntsev-164921.html',
            '2024-05-03',
          ),
        ],
      },
    ],
  ),
];
