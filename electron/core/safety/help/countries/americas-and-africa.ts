import type { CountryHelplines } from '../../../../../shared/entities/helpline.ts';
import { ABROAD, DAY_AND_NIGHT, SUPPORTED, country, seenOn } from './entry.ts';

/** Emergency numbers and helplines in the Americas and Africa. What was compared, and how, stands at `helplines.ts`. */
export const americasAndAfrica: readonly CountryHelplines[] = [
  country('AR', { numbers: ['911', '107'], comparedWith: [SUPPORTED] }, 'argentina.gob.ar', [
    {
      name: 'Orientación y Apoyo en la Urgencia de Salud Mental',
      kind: 'crisis',
      phone: ['0800 999 0091'],
      text: null,
      web: 'argentina.gob.ar/salud',
      hours: DAY_AND_NIGHT,
      languages: ['Spanish'],
      comparedWith: [
        seenOn('https://morondigital.com.ar/2022/09/11/nueva-linea-de-orientacion-y-apoyo-en-la-urgencia-de-salud-mental/', '2022-09-11'),
        seenOn(
          'https://lapostacomodorense.com.ar/2025/09/03/septiembre-mes-de-la-prevencion-del-suicidio-la-importancia-de-escuchar-acompanar-y-abrazar/',
          '2025-09-03',
        ),
      ],
    },
    {
      name: 'Centro de Asistencia al Suicida (135 in Buenos Aires and some provinces)',
      kind: 'crisis',
      phone: ['011 5275 1135', '135'],
      text: null,
      web: 'asistenciaalsuicida.org.ar',
      hours: null,
      languages: ['Spanish'],
      comparedWith: [
        seenOn(
          'https://lapostacomodorense.com.ar/2025/09/03/septiembre-mes-de-la-prevencion-del-suicidio-la-importancia-de-escuchar-acompanar-y-abrazar/',
          '2025-09-03',
        ),
        seenOn('https://elauditor.info/actualidad/-es-muy-importante-la-tarea-de-prevencion-del-suicidio-_a603ce26796773412c05b098e'),
      ],
    },
    {
      name: 'Línea 144',
      kind: 'violence',
      phone: ['144'],
      text: null,
      web: 'argentina.gob.ar/linea-144',
      hours: DAY_AND_NIGHT,
      languages: ['Spanish'],
      comparedWith: [
        seenOn(
          'https://elespejoweb.com/2025/09/19/doce-anos-de-la-linea-144-un-pilar-contra-la-violencia-de-genero-en-argentina',
          '2025-09-19',
        ),
        seenOn('https://www.telam.com.ar/notas/202309/640470-linea-144-violencia-de-genero.html', '2023-09'),
      ],
    },
  ]),
  country(
    'BR',
    {
      numbers: ['192', '190'],
      comparedWith: [seenOn('https://bastidoresdaemergencia.com.br/190-192-e-193-como-funcionam-os-numeros-que-salvam-vidas'), SUPPORTED],
    },
    'cvv.org.br',
    [
      {
        name: 'CVV, Centro de Valorização da Vida',
        kind: 'crisis',
        phone: ['188'],
        text: null,
        web: 'cvv.org.br',
        hours: DAY_AND_NIGHT,
        languages: ['Portuguese'],
        comparedWith: [
          seenOn('https://horahnoticia.com.br/boa-noticia-cvv-188-atende-gratuitamente-em-todo-o-pais-inclusive-marilia/'),
          seenOn(
            'https://cdlvca.com.br/2018/07/05/ligacao-para-prevencao-ao-suicidio-passa-a-ser-gratuita-em-toda-a-bahia-pelo-numero-188/',
            '2018-07-05',
          ),
        ],
      },
      {
        name: 'Ligue 180',
        kind: 'violence',
        phone: ['180'],
        text: null,
        web: 'gov.br/mulheres',
        hours: DAY_AND_NIGHT,
        languages: ['Portuguese', 'English', 'Spanish'],
        comparedWith: [
          seenOn(
            'https://radiowebcadeiracativa.com.br/noticia/2102830/ligue-180-completa-20-anos-de-combate-violencia-contra-mulheres',
            '2025-11-25',
          ),
          seenOn(
            'https://tvprefeito.com/ligue-180-sessao-na-camara-federal-celebra-os-20-anos-da-central-de-atendimento-a-mulher',
            '2025-11-28',
          ),
        ],
      },
    ],
  ),
  country('CA', { numbers: ['911'], comparedWith: [ABROAD, SUPPORTED] }, '988.ca', [
    {
      name: '9-8-8 Suicide Crisis Helpline',
      kind: 'crisis',
      phone: ['988'],
      text: { number: '988', word: null },
      web: '988.ca',
      hours: DAY_AND_NIGHT,
      languages: ['English', 'French'],
      comparedWith: [
        seenOn('https://www.napaneebeaver.ca/canadas-9-8-8-suicide-crisis-helpline-now-available/', '2023-11'),
        seenOn('https://cmhasaskatoon.ca/9-8-8/', '2023-12-05'),
      ],
    },
    {
      name: 'Kids Help Phone',
      kind: 'crisis',
      phone: ['1-800-668-6868'],
      text: { number: '686868', word: 'CONNECT' },
      web: 'kidshelpphone.ca',
      hours: DAY_AND_NIGHT,
      languages: ['English', 'French'],
      comparedWith: [
        seenOn('https://kidshelpphone.ca/text-about-it/'),
        seenOn('https://www.cbc.ca/news/health/mental-health-crisis-text-kids-help-phone-1.4894118', '2018'),
      ],
    },
  ]),
  country(
    'MX',
    {
      numbers: ['911'],
      comparedWith: [seenOn('https://www.forbes.com.mx/red-forbes-gracias-por-llamar-al-911-en-algun-momento-lo-atenderan/', '2021-04')],
    },
    'gob.mx/salud/conasama',
    [
      {
        name: 'Línea de la Vida',
        kind: 'crisis',
        phone: ['800 911 2000'],
        text: null,
        web: 'gob.mx/salud/conasama',
        hours: DAY_AND_NIGHT,
        languages: ['Spanish'],
        comparedWith: [
          seenOn(
            'https://www.eluniversal.com.mx/nacion/promueven-la-linea-de-la-vida-tras-presentar-encuesta-sobre-consumo-de-drogas-asi-puedes-pedir-ayuda/',
            '2025-12-24',
          ),
          seenOn('https://tribunademexico.com/ssa-invita-a-hacer-uso-de-linea-de-la-vida/', '2026-01-13'),
        ],
      },
    ],
  ),
  country('US', { numbers: ['911'], comparedWith: [ABROAD] }, '988lifeline.org', [
    {
      name: '988 Suicide & Crisis Lifeline',
      kind: 'crisis',
      phone: ['988'],
      text: { number: '988', word: null },
      web: '988lifeline.org',
      hours: DAY_AND_NIGHT,
      languages: ['English', 'Spanish'],
      comparedWith: [
        seenOn('https://hcfl.gov/residents/parks-and-leisure/mindful-mondays/national-crisis-help-line', '2023-09-26'),
        seenOn('https://familyandcaregivertoolkit.org/988-crisis-lifeline'),
      ],
    },
    {
      name: 'Crisis Text Line',
      kind: 'crisis',
      phone: [],
      text: { number: '741741', word: 'HOME' },
      web: 'crisistextline.org',
      hours: DAY_AND_NIGHT,
      languages: ['English'],
      comparedWith: [
        seenOn('https://theaslanfoundation.org/crisis-hotlines/'),
        seenOn('http://cincinnati.unitedresourceconnection.org/988-hotline-for-suicide-ideation-support-textline-for-other-crises'),
      ],
    },
    {
      name: 'National Domestic Violence Hotline',
      kind: 'violence',
      phone: ['1-800-799-7233'],
      text: { number: '88788', word: 'START' },
      web: 'thehotline.org',
      hours: DAY_AND_NIGHT,
      languages: ['English', 'Spanish', 'others'],
      comparedWith: [
        seenOn('https://ovc.ojp.gov/news/grantee-news/national-domestic-violence-hotline-answers-6-million-contacts', '2022-01-20'),
        seenOn('https://en.wikipedia.org/wiki/National_Domestic_Violence_Hotline'),
      ],
    },
  ]),
  country('ZA', { numbers: ['112', '10177', '10111'], comparedWith: [seenOn('https://statuscheck.co.za/?p=14569', '2026')] }, 'sadag.org', [
    {
      name: 'SADAG Suicide Crisis Line',
      kind: 'crisis',
      phone: ['0800 567 567'],
      text: null,
      web: 'sadag.org',
      hours: DAY_AND_NIGHT,
      languages: ['English', 'others'],
      comparedWith: [
        seenOn(
          'https://www.sadag.org/index.php?option=com_content&view=article&id=462:health-system-a-let-down&catid=74&Itemid=412',
          '2024',
        ),
        seenOn('https://ewn.co.za/2019/09/11/sadag-receiving-more-calls-to-do-talks-on-suicide-at-primary-schools', '2019-09-11'),
      ],
    },
    {
      name: 'Gender-Based Violence Command Centre',
      kind: 'violence',
      phone: ['0800 428 428'],
      text: null,
      web: 'gbv.org.za',
      hours: DAY_AND_NIGHT,
      languages: ['English', 'others'],
      comparedWith: [
        seenOn('http://gbv.org.za/about-us'),
        seenOn('https://themercury.co.za/2025-12-23-gender-based-violence-command-centre-to-be-open-247-this-festive-season', '2025-12-23'),
      ],
    },
  ]),
];
