"""Words that tell names apart: common first names, particles, titles, and words that are never a person's name.

A first name that is not listed is still read where the text says that a person stands there; the list only settles
doubtful places. All words are folded.
"""

from mailworker.reading.phrases.patterns import words_of

FIRST_NAMES = words_of(
    """
    aaron abdel abdelkader abderrahim abdullah abel ada adam adel adelheid adeline adinda adnan adriaan adrien aerin
    afra agnes ahmed ahmet aicha aisha alain alan albert albrecht alec alena alessandro alessia alex alexander alexandra
    alexia alexis alfons alfred ali alice alicia alidor aline alix aloïs alois amal amandine amber ambroos amelie amin
    amina amir amira amy an ana anais anass andre andrea andreas andree andrej andrew andries andrzej andy ange angela
    angele angelique aniek anita anja anke ankie ann anna anna-maria annabel anne anneke anneleen annelien annelies
    annelore anneke annemarie annemie annemiek annette annick annie annika anniek annouk anouk anthony antje antoine
    antonia antonio anton antoon anuschka ariane arjan arjen arjun arlette armand arnaud arne arno arnold arnout aron
    arthur artur arvid ashley asma astrid aude audrey august auke aurelie aurore axel aya ayse aziz bahar barbara bart
    bas bastiaan bastien bavo beatrice beatrijs ben benedicte benedikt benedikte beni benjamin benny benoit berenice
    berlinde bernadette bernard bert berte berten bertrand bessel bettina bianca bieke bjarne bjorn bob bogdan boris
    boudewijn brahim bram brecht brechtje brenda brent brian brigitte britt brit bruce bruno bryan camiel camille carine
    carl carla carlo carlos carmen carole caroline carolien carsten cas cathy catherine catharina cecile cedric celine
    chaima chantal charles charlotte charline chiara chloe chris chrissy christa christel christelle christian
    christiaan christiane christien christina christine christoph christophe cindy claire clara clarisse claude claudia
    claudine clement cliff coen conny constance constant cor cornelis corneel corinne cristina cyriel cyril daan dagmar
    daisy damien dana daniel daniela danielle danny daphne dario darline dave david davy dean debbie deborah delphine
    demi denis denise dennis derek diana diane didier diederik dieter dimitri dina dirk djamila dominiek dominik
    dominique donald dora dorien doris dorothee dorine dries dylan ed eddie eddy edgard edith edmond edouard eduard
    edward edwin eefje eefke egon ekaterina elena eleonora elias elien elif elina eline elisa elisabeth elise eliza elke
    ella ellen elly elodie els elsa elsie elsje elvira emanuel emeline emiel emilie emily emine emma emmanuel emmanuelle
    emmeline emmy eric erica erik erika erna ernest erwin esma esmee esther ethan etienne eva evelien evelyn evelyne
    evert evi evy fabian fabien fabienne fabio fabrice fadila fanny farid farida fatiha fatima fatma faye felicien felix
    femke ferdinand ferre fernand fien filip filiep finn fiona flor flore florence florent florian floris fons fran
    francesca francesco francien francine francis franciscus franck francois francoise frank frans frauke fred freddy
    frederic frederik frederique freek freija freya frida friedrich frieda frits fritz gaelle gaetan gabriel gabriella
    gaspard gaston geert geertrui geertje geertrui gella gelle genevieve george georges gerald geraldine gerard gerarda
    gerd gerda gerdi gerhard gerben gerrit gert gerty ghislain ghislaine gianni gideon gie giel gijs gilbert gilberte
    gilles gina giovanni gisele gislinde gitte giulia glenn gloria godelieve godfried goedele goele gonda goran gordon
    gorik govert greet greetje greg gregory greta griet grietje guido guillaume guinevere gunter gunther gust gustaaf
    guus guy gwen gwendolyn hakim halima hamid hamza hana hanna hannah hanne hannelore hannes hans harald harm harold
    harry harrie hasan hassan hatice hector heidi hein heinrich hela helen helena helene helga hendrik henk henri
    henriette henry herbert herlinde herman hermien herwig hilaire hilda hilde hildegard hubert hugo hugues huub
    huguette ian ibrahim ida igor ignace ihsan ikram ilias ilja ilke ilona ilse iman imane imke imran ina ine ines inez
    inge ingeborg ingrid irena irene irina iris irma isa isaac isabel isabelle ischa ismael israel ivan ivana ivo ivonne
    iwein izabela jaak jaap jack jacky jacob jacoba jacqueline jacques jade jaime jakob jamal jamila jan jana jane janet
    janice janina janine janneke jannes jannick jannie jannik jan-willem janis janne jara jari jarne jaro jaroslav jason
    jasmien jasmijn jasmina jasmine jasper javier jean jean-claude jean-francois jean-jacques jean-louis jean-luc
    jean-marc jean-marie jean-michel jean-paul jean-philippe jean-pierre jeanine jeanne jeannine jef jeff jeffrey jelena
    jelle jelmer jenne jennifer jenny jens jente jeremy jeroen jerome jerry jesper jesse jessica jessie jessy jetske
    jief jihad jill jim jimmy jitse jits jo joachim joakim joan joanna joannes job jochen jochem joeri joel joelle joery
    johan johanna johannes john johnny joke jokke jolanda jolien jolijn jolke joly jon jonas jonathan jonas jonna joost
    joran jordan jordi jordy joren jori joris jorg jorik jorn jorne jorrit jos jose josee josef josefien josefine joseph
    josephine josette joshua josiane josje josse josue jouke jozef jozefien juan judith jules julia julian juliana julie
    julien juliette jurgen just justien justin justine kaat kaatje kader kai kamiel kamil kamila karel karen karim
    karima karin karina karine karl karla karlien karlijn karolien karolina karoline kasper kata kate katelijn katelijne
    katharina kathelijne katherine kathie kathleen kathy kathryn katia katie katinka katja katleen kato katrien katrijn
    katrin katrina katrine katty katya kees keith kelly ken kenneth kenny kevin khadija khalid kiara kilian kim
    kimberley kimberly kiran kirsten kitty klaar klaartje klaas klara klaus kobe koen koenraad konrad koos korneel kris
    krista kristel kristell kristen kristiaan kristien kristina kristine kristof kristoffel krzysztof kurt kyra kyran
    lander lara larissa lars laura laure laurence laurens laurent lauriane laurie lauwrens lea leander leen leentje
    leila leida lena lenka lennart lennert lenny leo leon leona leonard leonie leonoor leontien leopold leroy leslie
    lesley leticia lia liam liana lidia lidwien lie lien liene lies liesa liesbet liesbeth liese liesel lieselot
    lieselotte liesje lieve lieven lieze liezelot lijne lil lili lilian liliane lilith lilly lina linda linde lindsay
    lindsey linn linus lionel lisa lisanne lisbet lisbeth lise liselot liselotte lisette livia liv liza lize lobke lode
    lodewijk loes loic lola lore loredana loren lorena lorenz lorenzo lot lotta lotte louis louisa louise louise-marie
    lowie luc luca lucas lucia lucian lucie lucien lucienne luciano lucinda lucy ludo ludovic ludwig luis luk luka lukas
    luna lut lutgard lutgart lutgarde luuk lydia lydie lynn maaike maarten maartje maarten-jan mabel machteld madeleine
    madelon mael magali magda magdalena maggy magnus maher mahmoud maja malgorzata malika malik mandy manfred manon manu
    manuel manuela mara marc marcel marcela marcella marco marcus marek maren margareta margaret margaretha margaux
    margo margot margriet marguerite maria maria-anna mariam marian marianne marie marie-anne marie-christine
    marie-claire marie-france marie-jeanne marie-josee marie-laure marie-louise marie-paule marie-rose marie-therese
    marieke mariekie mariella marielle marien mariette marija marijke marijn marijs marika marike marilou marina mario
    marion maris marisa marita marjan marjolein marjolijn mark marko markus marleen marlene marlies marlijn marnick
    marnix marta martha marthe martien martijn martin martina martine marvin mary maryam maryse massimo mateo mathias
    mathieu mathijs mathilde mats matteo matthew matthias matthieu matthijs matthys mattias mattie maud maura maureen
    maurice maurits mauro max maxim maxime maya medard meena megan mehdi mehmet meike melanie melina melissa melle menno
    merel merijn meryem merve mia michael michaela michal michael michel michele michelle michiel mick micky mie miek
    mieke miel mien miet mieke miguel mihai mihaela mika mike mikael mila milan milena milou mimi mina mira miranda
    miranda mireille miriam mirjam mirko mirthe mitch moana moenen moenes moha mohamed mohammad mohammed mohsin moira
    mona monica monika monique morgan morgane moritz mounia mounir mourad moussa muriel murielle mustafa mustapha myriam
    myrthe nabil nadege nadia nadine nadir naima najat najib nancy naomi nasim natacha natalia natalie natasha nathalie
    nathan natsja nawal neal ned neel neeltje nel nele nell nelle nelly nena nene nesrine nico nicolaas nicolas nicole
    nick nicky nico nicoline niek niels nienke nihad niki niklas nikita nikki nikola nikolaas nikolas nils nina ninette
    nine noa noah noe noel noella noemi noemie noor nora norbert nore noreen noria norma nour noura oana octaaf odette
    odile oleg olga olive oliver olivia olivier omar omer oona orhan orlando ornella oscar oskar otis otto oumaima
    oussama ozan pablo paola paolo pascal pascale patric patricia patrick patrik patrycja patryk patsy paul paula paule
    paulien paulina pauline paulo pavel pawel pedro peggy pepijn per perrine peter petra petrus philip philippe
    philomena phyllis pia pien pierre piet pieter pieterjan pieter-jan pieternel piotr pj pol priscilla priya quentin
    quincy quinten quinty raf rafael raffaele rafal rafik rachel rachid rachida rafaella raisa ralph ramona ramses ramzi
    randy raoul raphael raul raymond raymonde rebecca reda regi regine regina reginald reinhilde reinhart reinhard
    reinier reinilde reinout remi remko remy renaat renaud rene renee renilde renske reto ria ria ricardo richard rick
    ricky rieke rien riet rik rika rita riet rob robbe robbert robbie robby robert roberta roberto robin robrecht rocco
    rodrigo roel roeland roeland roelof roger roland rolf romain roman romanie romina romy ron ronald ronan ronja ronny
    roos rosa rosalie rosalinde rosanne rosemarie rosette rosie rosita roxane roy ruben rudi rudolf rudy ruth rutger
    ruud ryan saar saartje sabien sabine sabrina said saida sam sami samia samir samira sammy samuel sana sander sandra
    sandrine sandy sanne sanny santiago sara sarah sarina sascha saskia sauro savannah sebastiaan sebastian sebastien
    seda sefa selena selim selin selina selma semra senne seppe serena serge sergei sergey sergio servaas severine shana
    shari sharon shauni sheila shirley siebe siegfried siegrid sien sietse sigrid silke silvia silvie silvio simon
    simona simone simonne simonneke sina sinan sindy siska slavko sly sofia sofian sofie sohaila solange sonia sonja
    sonny sophia sophie soraya soren soufiane souad sowjanya staf stan stanislas stefaan stefan stefanie stefano stella
    steen stef stephan stephane stephanie stephen steve steven stien stijn stine stoffel sultan sunny susan susana
    susanna susanne susy suzan suzanne suzy sven sverre svetlana sybille sylvain sylvia sylviane sylvie taha tamara
    tania tanguy tanja tara tarik tatiana tatjana teresa terry tess tessa tessy teun thalia thea theo theodoor therese
    thibau thibaud thibault thibaut thibo thierry thijs thomas thor thuy tia tibo tiene tiffany tijl tijs til tilde tim
    timothy timo tina tine tineke tinne tino tobias toby tom tomas tomasz tommy ton tonia tony toon toos tori tristan
    trees trien trijn trui tuba tuur twan tycho tyson ugo ulrich ulrike urbain ursula valentijn valentin valentina
    valerie valere vanessa veerle vera verena vero veronica veronique vic vicky victor victoria viktor vincent violette
    viola virginia virginie viviane vivian vivien vladimir walter ward warre wannes wencel wendy wenke werner wesley
    wessel wibo wiebe wies wiet wijnand wilfried wilhelm wilhelmina willem willy william wim winnie winand wivina wolf
    wolfgang wouter wout woutje xander xavier xenia yael yaël yann yana yanick yannic yannick yara yasemin yasin yasmin
    yasmina yasmine yassin yassine yde yen yentl yoeri yolanda yolande yorick youri youssef yoshi yousra yulia yuri
    yusuf yvan yven yves yvette yvo yvon yvonne zakaria zeger zeynep zina zita zoe zohra zora zsofia zuzana zuzanna
    luise hilmi agata alina anastasia beata cosmin cristian dariusz dorota ewa florin georgi ionut iva jaroslaw joao
    kasia katarina lukasz maciej madalina magdalen marcin mariusz mateusz mikhail milica mirela monika nikolay olena
    oxana pavol petr radu rajesh renata robertas sanjay slawomir stanislav tadeusz vasile viorel vojtech wojciech yulian
    deepak anil ananya aditi amit anand ashok kavita lakshmi meera neha nisha pooja rahul raj ravi rohit sandeep shreya
    suresh vikram vijay wei li ming jing yan hui xin chen hiroshi yuki kenji akira sakura minh linh hoang nguyen thi anh
    tuan huong lan phuong kwame kofi amina abena chidi ngozi emeka fatou mamadou ousmane aminata ibrahima moussa adama
    awa seydou fatoumata koffi yao ama olumide tunde sade ayodele femi chinedu ifeoma eoghan sean siobhan niamh aoife
    liam ciaran fergus declan niall brendan rory graham gareth rhys hywel dafydd nigel trevor clive neville simon hazel
    heather fiona isla eilidh callum hamish marit ingvild sigurd bjarke lars soren mette kirsten anders henrik mikkel
    rasmus frederikke astrid ingeborg elin malin lovisa gustaf linnea oskar ebba svea torbjorn jonna pekka mika sanna
    kaisa aino ilkka jari timo
    """
)

PARTICLES = words_of(
    """
    van de der den vanden vander vande ver ten ter te von zu zur zum du des d' l' le la les el al ben bin ibn di da
    do dos das del della mc mac 't 's op in aan het t onder uit e y af av lo san santa st sint los las zum
    """
)
"""Words within a surname. They start one too: "De Smet", "'t Kindt"."""

SURNAME_STARTS = words_of(
    """
    van de der den vanden vander vande ten ter te von zu du d' le la les el al ben bin ibn di da dos del della mc
    mac 't 's t op
    """
)

TITLES = words_of(
    """
    dr dr. drs drs. ir ir. ing ing. prof prof. professor doctor em em. mr mr. mrs mrs. ms ms. mevr mevr. mevrouw mw mw.
    mvr mvr. dhr dhr. heer dhr. meneer mijnheer madame mme mme. monsieur mlle lic lic. arch arch. bsc msc phd ph.d. ph.d
    m. mej. mej juffrouw miss sir burgemeester schepen voorzitter voorzitster ondervoorzitter directeur directrice
    griffier dijkgraaf dijkgravin secretaris ontvanger ontvanger-griffier gedeputeerde burggraaf collega collegas
    collega's diensthoofd afdelingshoofd teamverantwoordelijke coordinator projectleider ingenieur hydroloog hydrologe
    hydrogeoloog geoloog jurist juriste adviseur medewerker medewerkster beleidsmedewerker stafmedewerker expert experte
    onderzoeker onderzoekster doctorandus postdoc doctoraatsstudent bestuurder bestuurslid landbouwer landbouwster teler
    consulent consulente deskundige milieuambtenaar duurzaamheidsambtenaar ambtenaar omgevingsambtenaar waterbouwkundige
    bedrijfsleider bedrijfsleidster zaakvoerder zaakvoerster manager teamleider gemeenteraadslid raadslid algemeen ceo
    kapt kapt. kapitein majoor kolonel kol kol. lt lt. luitenant commandant cdt cdt. cto coo president chairman colleague collegue engineer echtgenoot kollega schepene minister adjunct
    adjunct-directeur adjunct-secretaris directeur-generaal technicus rentmeester polderbestuurder sluismeester wnd. wnd
    waarnemend vertegenwoordiger vertegenwoordigster afgevaardigde bio-ingenieur bioloog biologe chemicus voorganger
    opvolger plaatsvervanger vervanger dame preventieadviseur milieucoordinator waterexpert
    """
)

UNITS = words_of(
    """
    regio region district rayon vestiging filiaal exploitatiezone buitendienst regiokantoor cluster zone
    entiteit
    """
)
"""Parts of an organisation that bear the name of a place."""

NOT_NAMES = UNITS | words_of(
    """
    beste geachte dag hallo hoi hey hi goede goeie graag gelieve noteer noteert noteren kan kunt kunnen kunt wil wilt
    willen zou zouden mag mogen mogt moet moeten zal zullen zult wij we ik u jij je jullie hij zij ze het de een dit dat
    deze die onze ons mijn mij me uw jouw hun haar zijn is was ben bent wordt worden werd hebben heeft heb had hadden
    doe doen doet gaat gaan komt komen neem neemt nemen schrijf schrijft schrijven zet stuur stuurt sturen vaardigt meld
    meldt melden voor namens vanuit vanwege via van bij aan in op met zonder tot naar uit over rond door om na tussen
    binnen buiten tegen volgens tijdens sinds vanaf gezien zoals als indien wanneer omdat want maar en of ook nog al
    alle alleen enkel hierbij hiermee bijgevoegd bijgaand bovendien daarom daarnaast dan daar er eveneens alsook idem
    verder tevens tenslotte vervolgens trouwens eigenlijk helaas spijtig jammer sorry dank dankjewel bedankt alvast
    merci thanks thx groeten groet groetjes vriendelijke hartelijke mvg werktafel werktafels tafel tafels table tables
    bevoorrading grondwater afvalwater oppervlaktewater hemelwater regenwater wateraudit water drinkwater
    waterbevoorrading audit strategische planning programma project sessie sessies kick-off kickoff oproep overleg
    nieuwsflits nieuwsbrief inschrijving inschrijvingen inschrijven aanmelding deelname deelnemer deelnemers
    afvaardiging vertegenwoordiging kandidatuur bevestiging annulatie wijziging vervanging uitschrijving afmelding vraag
    antwoord betreft onderwerp naam voornaam familienaam organisatie functie contactpersoon januari februari maart april
    mei juni juli augustus september oktober november december maandag dinsdag woensdag donderdag vrijdag zaterdag
    zondag morgen vandaag gisteren vlaanderen vlaamse vlaams belgie belgisch belgische brussel brussels europese europa
    antwerpen gent leuven brugge hasselt mechelen kortrijk limburg oost-vlaanderen west-vlaanderen vlaams-brabant
    wallonie kempen haspengouw schelde maas leie dender dijle demer albertkanaal nederland overheid stad gemeente
    provincie polder watering ocmw departement agentschap afdeling dienst directie team cel bond federatie vereniging
    universiteit hogeschool instituut centrum bureau studiebureau groep bedrijf firma instelling raad bestuur college
    schepencollege kabinet secretariaat studiedienst onthaal intercommunale maatschappij koepel netwerk koninklijk
    koninklijke vrije landelijke regionaal regionale nationaal nv bv bvba vzw cvba cv vmm the i we our my please dear
    kind best regards hello could would can may on behalf from to for and or at with mr table working groundwater
    rainwater wastewater surface je nous vous notre votre mon ma bonjour madame monsieur pour au aux dans avec merci
    cordialement bien milieu omgeving natuur klimaat landbouw energie mobiliteit openbare werken ruimte infrastructuur
    riolering waterloop waterlopen integraal waterbeleid waterbeheer duurzaam duurzaamheid innovatie onderzoek productie
    operaties administratie communicatie personeel office management info contact service servicedesk helpdesk support
    redactie webmaster noreply no-reply mailbox planning beleid ps nb re fw fwd cc bcc wt gw ow hw aw groundwatertable
    ja nee neen yes no oui non misschien wellicht liefst indien idd inderdaad ok oke akkoord prima super perfect iemand
    niemand iedereen wie wat waar wanneer waarom hoe welke welk eentje beide beiden allebei zelf mezelf ikzelf
    ondergetekende hierna hieronder onderstaande bovenstaande bovenvermelde voormelde oei oeps euh hmm tja ah oh zeg
    hola wow amai proficiat gefeliciteerd succes benieuwd enthousiast interesse interessant mooi fijn leuk tof iphone
    ipad android outlook samsung galaxy windows mail gmail teams zoom linkedin facebook twitter instagram www http https
    vervangt vervangen vertegenwoordigt vertegenwoordigen volgt volgen sluit schuift stapt zetelt tekent geeft gaf geef
    krijgt krijg wenst wensen duidt draagt kiest kies laat laten haal schrap verwijder annuleer annuleert trekt trek
    voeg voegt plaats verplaats wijzig wissel ruil ruilen oproep proces project- blue deal kaderrichtlijn decreet
    verordening droogte droogtecommissie stroomgebied bekken bekkenbestuur hemelwaterplan klimaatplan lokaal lokale
    energie- nieuwe nieuw oude huidige vorige volgende eerste tweede derde registration register registering
    participation participant attendance withdrawal change replacement name organisation organization subject colleague
    both another your their his her its this that these those he she it they there here due following since remplacement
    inscription participation collegue objet nom prenom organisation suite voici concerne intussen ondertussen ondanks
    dankzij mocht gelukkig graag- liever vanmorgen binnenkort onlangs recent inmiddels spoedig komende beide-
    betreffende aangaande aanvullend bijkomend zoals- vorig volgend dinsdagavond stel stelt stellen zo zoals praktische
    praktisch eventuele vragen voorts gezien aangezien hoewel alhoewel ofwel noch niet geen nooit altijd vaak soms wel
    group consult consulting engineering partners solutions services projects technics belgium salut sante ciao
    boerengroeten grtjs grts gr bye hoogachtend
    """
)

GENERIC_MAILBOX = words_of(
    """
    info familie gezin fam secretariaat onthaal contact milieu dienst diensten servicedesk office studiedienst team hr
    noreply no-reply redactie nieuwsbrief stad gemeente gemeentebestuur stadsbestuur ocmw provincie provinciebestuur
    polder watering bestuur administratie directie planning beleid helpdesk support sales marketing communicatie
    boekhouding personeel algemeen klantendienst infolijn mailbox webmaster postmaster admin beheer kabinet burgemeester
    voorzitter griffie griffier college omgeving natuur klimaat waterbeheer water drinkwater riolering duurzaamheid
    energie landbouw leefmilieu openbare werken technische werktafels toezicht projectteam project organisatie bureau
    studiebureau groep group manager management assistant receptie inschrijvingen registratie vorming opleiding events
    event deelnemers leden ledenadministratie it ict accounting finance departement agentschap afdeling cel bond
    federatie vereniging universiteit instituut centrum bedrijf firma raad intercommunale maatschappij koepel netwerk
    cooperatie boerderij bouwbedrijf landbouwbedrijf veiling proefcentrum labo laboratorium faculteit vakgroep secretary
    secretariat general reception desk mail scan scanner printer notifications notification alert news newsletter vzw nv
    bv bvba cvba cv belgium belgie dewatergroep directiesecretariaat stadssecretariaat gemeentesecretariaat postbus
    loket hoeve tuinbouw farm hof domein kasteel kring hulpverleningszone brandweerzone politiezone zone brandweer
    service services qualite environnement juridique technique
    """
)

ALSO_SURNAMES = words_of(
    """
    albrecht claus simon thomas martin bernard david robert laurent michel denis daniel jacob vincent gilles arnold
    andries willem hendrik benoit mathieu nicolas francis marcel gerard leonard lambert leon bastin hubert gilbert
    philippe baptist bertrand germain roland noel pascal christian clement colin constant conrad evrard ferdinand gustaf
    henri ignace
    """
)
"""First names that are as common as surnames: "Kerstin Albrecht" stands in the order of speech."""
