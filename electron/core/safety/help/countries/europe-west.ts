import type { CountryHelplines } from '../../../../../shared/entities/helpline.ts';
import { ABROAD, DAY_AND_NIGHT, EUROPE, REPOSITORIES, country, seenOn } from './entry.ts';

/** Emergency numbers and helplines in the west and south of Europe. What was compared, and how, stands at `helplines.ts`. */
export const europeWest: readonly CountryHelplines[] = [
  country('AT', { numbers: ['112'], comparedWith: [EUROPE, ABROAD] }, 'telefonseelsorge.at', [
    {
      name: 'Telefonseelsorge',
      kind: 'crisis',
      phone: ['142'],
      text: null,
      web: 'telefonseelsorge.at',
      hours: DAY_AND_NIGHT,
      languages: ['German'],
      comparedWith: [
        seenOn('https://wienerbezirksblatt.at/hochwasser-tlefonseelsorge-jetzt-rund-um-die-uhr-erreichbar/'),
        seenOn('https://www.nachrichten.at/oberoesterreich/telefonseelsorge-ist-seit-25-jahren-ein-notruf;art4,3823544'),
      ],
    },
    {
      name: 'Frauenhelpline gegen Gewalt',
      kind: 'violence',
      phone: ['0800 222 555'],
      text: null,
      web: 'frauenhelpline.at',
      hours: DAY_AND_NIGHT,
      languages: ['German'],
      comparedWith: [
        seenOn('https://www.sn.at/panorama/oesterreich/gewaltopfer-suchten-hilfe-am-telefon-103289845', '2021-05'),
        seenOn('https://noe.orf.at/stories/3136860/'),
      ],
    },
  ]),
  country('BE', { numbers: ['112'], comparedWith: [EUROPE] }, 'zelfmoord1813.be', [
    {
      name: 'Zelfmoordlijn 1813',
      kind: 'crisis',
      phone: ['1813'],
      text: null,
      web: 'zelfmoord1813.be',
      hours: DAY_AND_NIGHT,
      languages: ['Dutch'],
      comparedWith: [
        seenOn('https://www.nieuwsblad.be/cnt/dmf20190909_04598208', '2019-09'),
        seenOn('https://nieuws.vtm.be/binnenland/67758-nieuw-nummer-zelfmoordlijn1813'),
      ],
    },
    {
      name: 'Centre de Prévention du Suicide',
      kind: 'crisis',
      phone: ['0800 32 123'],
      text: null,
      web: 'preventionsuicide.be',
      hours: DAY_AND_NIGHT,
      languages: ['French'],
      comparedWith: [
        seenOn('https://www.preventionsuicide.be/actualites/le-centre-de-prevention-du-suicide-publie-son-rapport-dactivites-2022', '2023'),
        seenOn(
          'https://www.lalibre.be/belgique/societe/2023/02/21/le-centre-de-prevention-du-suicide-est-confronte-a-une-hausse-du-nombre-dappels-A54EZGXFSJB3HNFT4ZSPCEPJ5I/',
          '2023-02-21',
        ),
      ],
    },
    {
      name: 'Tele-Onthaal',
      kind: 'crisis',
      phone: ['106'],
      text: null,
      web: 'tele-onthaal.be',
      hours: DAY_AND_NIGHT,
      languages: ['Dutch'],
      comparedWith: [
        seenOn('https://focus-wtv.be/nieuws/meer-oproepen-voor-tele-onthaal-vlaanderen-met-extra-geld-vrij', '2025-08-05'),
        seenOn(
          'https://weekend.knack.be/lifestyle/maatschappij/tele-onthaal-kreeg-recordaantal-oproepen-in-2020/article-news-1678571.html',
          '2020-12',
        ),
      ],
    },
  ]),
  country('CH', { numbers: ['112'], comparedWith: [EUROPE] }, '143.ch', [
    {
      name: 'Die Dargebotene Hand, La Main Tendue, Telefono Amico',
      kind: 'crisis',
      phone: ['143'],
      text: null,
      web: '143.ch',
      hours: DAY_AND_NIGHT,
      languages: ['German', 'French', 'Italian'],
      comparedWith: [
        seenOn('https://imholz-stiftung.ch/2023-64-dargebotene-hand', '2023'),
        seenOn('https://www.swissinfo.ch/ger/alternde-gesellschaft/die-dargebotene-hand/3335124'),
      ],
    },
    {
      name: 'Opferhilfe, Aide aux victimes (announced for May 2026)',
      kind: 'violence',
      phone: ['142'],
      text: null,
      web: 'opferhilfe-schweiz.ch',
      hours: null,
      languages: ['German', 'French', 'Italian'],
      comparedWith: [
        seenOn('https://www.watson.ch/fr/suisse/societe/107667471-violences-domestiques-ce-plan-de-lutte-implique-la-migros', '2025-12-26'),
        REPOSITORIES,
      ],
    },
  ]),
  country('DE', { numbers: ['112', '110'], comparedWith: [EUROPE, ABROAD] }, 'telefonseelsorge.de', [
    {
      name: 'TelefonSeelsorge',
      kind: 'crisis',
      phone: ['0800 111 0 111', '0800 111 0 222', '116 123'],
      text: null,
      web: 'telefonseelsorge.de',
      hours: DAY_AND_NIGHT,
      languages: ['German'],
      comparedWith: [
        seenOn('https://www.domradio.de/artikel/telefonseelsorge-jetzt-unter-oekumenischem-dachverband'),
        seenOn('https://www.spektrum.de/news/telefonseelsorge-erste-hilfe-fuer-die-seele/2055834', '2022-09'),
        REPOSITORIES,
      ],
    },
    {
      name: 'Hilfetelefon Gewalt gegen Frauen',
      kind: 'violence',
      phone: ['116 016'],
      text: null,
      web: 'hilfetelefon.de',
      hours: DAY_AND_NIGHT,
      languages: ['German', 'English', 'others'],
      comparedWith: [
        seenOn('https://www.hilfetelefon.de/das-hilfetelefon/angebot-im-ueberblick.html'),
        seenOn(
          'https://bmfsfj.de/bmfsfj/aktuelles/alle-meldungen/zehn-jahre-schnelle-und-kompetente-unterstuetzung-fuer-frauen-in-not-226264',
          '2023-06',
        ),
      ],
    },
  ]),
  country('ES', { numbers: ['112'], comparedWith: [EUROPE, ABROAD] }, 'sanidad.gob.es/linea024', [
    {
      name: 'Línea 024',
      kind: 'crisis',
      phone: ['024'],
      text: null,
      web: 'sanidad.gob.es/linea024',
      hours: DAY_AND_NIGHT,
      languages: ['Spanish'],
      comparedWith: [
        seenOn('https://www.farodevigo.es/galicia/2025/10/11/medio-millar-gallegos-mes-024-linea-suicidio-122499662.html', '2025-10-11'),
        seenOn('https://www.rtve.es/noticias/20220509/sanidad-presenta-telefono-prevencion-suicidio/2347183.shtml', '2022-05-09'),
      ],
    },
    {
      name: 'Teléfono de la Esperanza',
      kind: 'crisis',
      phone: ['717 003 717'],
      text: null,
      web: 'telefonodelaesperanza.org',
      hours: DAY_AND_NIGHT,
      languages: ['Spanish'],
      comparedWith: [
        seenOn('https://maldita.es/index.php/malditaciencia/20220510/024-numero-telefono-atencion-suicidio-espana-gratuito', '2022-05-10'),
        seenOn(
          'https://pronto.es/noticias-del-corazon/noticias-emotivas/telefono-esperanza-mas-medio-siglo-luchando-soledad-51363_amp.html',
        ),
      ],
    },
    {
      name: 'Servicio 016',
      kind: 'violence',
      phone: ['016'],
      text: null,
      web: 'violenciagenero.igualdad.gob.es',
      hours: DAY_AND_NIGHT,
      languages: ['Spanish', 'others'],
      comparedWith: [
        seenOn('https://asturi.as/?p=36140463764', '2024'),
        seenOn(
          'https://www.infolibre.es/igualdad/telefono-016-violencia-genero-cumple-16-anos-1-2-millones-llamadas_1_1583519.html',
          '2023-09',
        ),
      ],
    },
  ]),
  country(
    'FR',
    {
      numbers: ['112', '15'],
      comparedWith: [EUROPE, ABROAD, seenOn('https://axaprevention.fr/fr/article/prevention-suicide-journee-mondiale')],
    },
    '3114.fr',
    [
      {
        name: '3114, numéro national de prévention du suicide',
        kind: 'crisis',
        phone: ['3114'],
        text: null,
        web: '3114.fr',
        hours: DAY_AND_NIGHT,
        languages: ['French'],
        comparedWith: [
          seenOn('https://cnape.fr/le-3114-numero-national-de-prevention-du-suicide'),
          seenOn(
            'https://www.francetvinfo.fr/sante/psycho-bien-etre/sante-mentale/suicides-le-numero-national-de-prevention-3114-a-recu-34000-appels-en-quatre-mois_4943130.html',
            '2022-02',
          ),
        ],
      },
      {
        name: 'SOS Amitié',
        kind: 'crisis',
        phone: ['09 72 39 40 50'],
        text: null,
        web: 'sos-amitie.com',
        hours: DAY_AND_NIGHT,
        languages: ['French'],
        comparedWith: [
          seenOn(
            'https://www.francetvinfo.fr/societe/pendant-les-fetes-les-benevoles-de-sos-amitie-restent-mobilises-la-personne-appelle-en-pleurs-et-peu-a-peu-l-angoisse-se-desserre_4892343.html',
            '2021-12',
          ),
          seenOn(
            'https://www.francebleu.fr/infos/societe/sos-amitie-croule-sous-les-appels-d-un-nouveau-public-depuis-le-debut-du-confinement-1585652341',
            '2020-04',
          ),
        ],
      },
      {
        name: 'Violences Femmes Info',
        kind: 'violence',
        phone: ['3919'],
        text: null,
        web: 'arretonslesviolences.gouv.fr',
        hours: DAY_AND_NIGHT,
        languages: ['French', 'others'],
        comparedWith: [
          seenOn('https://solidaritefemmes.org/appeler-le-3919/'),
          seenOn('https://linfokwezi.fr/le-3919-accessible-24h-sur-24-pour-plus-toucher-les-femmes-outre-mer'),
          seenOn('https://thomasmesnier.fr/?p=6647'),
        ],
      },
    ],
  ),
  country('GR', { numbers: ['112'], comparedWith: [EUROPE] }, 'klimaka.org.gr', [
    {
      name: 'Klimaka suicide help line',
      kind: 'crisis',
      phone: ['1018'],
      text: null,
      web: 'klimaka.org.gr',
      hours: DAY_AND_NIGHT,
      languages: ['Greek'],
      comparedWith: [
        seenOn(
          'https://www.reader.gr/ygeia/pagkosmia-imera-psyhikis-ygeias-oles-oi-tilefonikes-grammes-kai-oi-foreis-poy-prosferoyn-dorean/618464',
          '2025-10-10',
        ),
        seenOn('https://progress.guide/atlas/europe/greece'),
      ],
    },
  ]),
  country('IT', { numbers: ['112'], comparedWith: [EUROPE, ABROAD] }, 'telefonoamico.it', [
    {
      name: 'Telefono Amico Italia',
      kind: 'crisis',
      phone: ['02 2327 2327'],
      text: null,
      web: 'telefonoamico.it',
      hours: null,
      languages: ['Italian'],
      comparedWith: [
        seenOn('https://www.zazoom.it/2024-12-13/sentirsi-soli-nei-giorni-di-festa-telefono-amico-scende-in-campo/15992695/', '2024-12-13'),
        seenOn('https://www.tpi.it/news/solo-a-natale-telefono-amico-20211215850521/', '2021-12-15'),
      ],
    },
    {
      name: '1522, antiviolenza e stalking',
      kind: 'violence',
      phone: ['1522'],
      text: null,
      web: '1522.eu',
      hours: DAY_AND_NIGHT,
      languages: ['Italian', 'others'],
      comparedWith: [
        seenOn('https://www.1522.eu/cose-1522/?lang=en'),
        seenOn(
          'https://www.ansa.it/sito/notizie/cronaca/2023/06/09/violenza-donne-150-chiamate-al-giorno-al-numero-1522_d153d4ec-0ac1-4106-88aa-95e5fea7c296.html',
          '2023-06-09',
        ),
      ],
    },
  ]),
  country('NL', { numbers: ['112'], comparedWith: [EUROPE] }, '113.nl', [
    {
      name: '113 Zelfmoordpreventie',
      kind: 'crisis',
      phone: ['113', '0800 0113'],
      text: null,
      web: '113.nl',
      hours: DAY_AND_NIGHT,
      languages: ['Dutch'],
      comparedWith: [
        seenOn('https://www.nu.nl/binnenland/6062813/hulplijn-113-nu-ook-rechtstreeks-bereikbaar-voor-zelfmoordpreventie.html', '2020-07'),
        seenOn('https://www.nrc.nl/nieuws/2020/07/07/zelfmoordpreventie-voortaan-bereikbaar-op-113-a4005179', '2020-07-07'),
      ],
    },
    {
      name: 'Veilig Thuis',
      kind: 'violence',
      phone: ['0800 2000'],
      text: null,
      web: 'veiligthuis.nl',
      hours: DAY_AND_NIGHT,
      languages: ['Dutch'],
      comparedWith: [
        seenOn('https://www.rijksoverheid.nl/onderwerpen/huiselijk-geweld/vraag-en-antwoord/wat-moet-ik-doen-bij-huiselijk-geweld'),
        seenOn(
          'https://www.bredavandaag.nl/nieuws/algemeen/331493/veilig-thuis-breidt-chatmogelijkheden-verder-uit-vanwege-avondk',
          '2021-02',
        ),
        seenOn('https://www.heumen.nl/huiselijk-geweld'),
      ],
    },
  ]),
  country('PT', { numbers: ['112'], comparedWith: [EUROPE] }, 'sns24.gov.pt', [
    {
      name: 'SNS 24, linha de prevenção do suicídio',
      kind: 'crisis',
      phone: ['1411'],
      text: null,
      web: 'sns24.gov.pt',
      hours: DAY_AND_NIGHT,
      languages: ['Portuguese'],
      comparedWith: [
        seenOn('https://www.deco.proteste.pt/saude/saude-mental/noticias/linha-prevencao-suicidio-funciona-24-horas-por-dia', '2025-09-09'),
        seenOn(
          'https://www.rtp.pt/noticias/pais/linha-para-prevencao-de-suicidio-com-mais-de-2000-pedidos-de-apoio-no-primeiro-mes_n1695253',
          '2025-10-31',
        ),
      ],
    },
    {
      name: 'SNS 24, then option 4 for psychological support',
      kind: 'crisis',
      phone: ['808 24 24 24'],
      text: null,
      web: 'sns24.gov.pt',
      hours: DAY_AND_NIGHT,
      languages: ['Portuguese', 'English'],
      comparedWith: [seenOn('https://www.sns24.gov.pt/en/servico/aconselhamento-psicologico-no-sns-24/', '2023-08-31')],
    },
  ]),
];
