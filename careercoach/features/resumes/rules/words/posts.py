"""Words of job titles, in the languages that are read; whole words, and endings for languages that join words."""

FUNCTION_WORDS = """
    operations marketing sales engineering development design product growth success support relations
    resources finance
    legal compliance research strategy logistics procurement accounting communications content security
    quality happiness
    administration maintenance hospitality merchandising recruiting recruitment analytics infrastructure
    facilities payroll
    ventas marketing operaciones calidad finanzas logística mantenimiento atención desarrollo diseño ventes
    qualité
    vertrieb einkauf qualität entwicklung vendas operações qualidade financeiro desenvolvimento बिक्री विपणन
"""
"""Fields of work: a post may be named by one alone ("People Operations")."""

TITLE_WORDS = """
    animador animadora extensionista goldschmiedin facilitadora facilitador
    zeichner zeichnerin schlosser opticien bijoutier tailleur vigile magistrat nourrice physicien furrier grocer
    acupuncturist aesthetician allergist anaesthetist anesthesiologist armourer auctioneer boatswain bodyguard
    busboy butcher butler cabinetmaker caseworker caterer choirmaster cobbler coroner cosmetologist cytotechnologist
    demonstrator dermatologist dietician doorperson dramaturge echocardiographer electrologist embryologist
    endodontist engraver entomologist enumerator ergonomist farrier fishmonger flagger footman forester genealogist
    ghostwriter governess grower guide gynaecologist harbourmaster herbalist histotechnician horticulturist
    hospitalist houseparent immunologist jailer keyholder laundress linguist linesman litigator longshoreman
    magician maid mediator metallurgist midshipman milliner missioner mortician muleteer naturalist
    neonatologist neurologist newscaster nurseryman obstetrician oncologist operative ophthalmologist oiler
    ombudsman paediatrician palaeontologist pawnbroker pediatrician perfusionist periodontist polisher porter
    postmaster projectionist prosecutor psychotherapist quarryman radiologist repairman rheumatologist roadie sailor
    sculptor shepherd shipwright signalman silversmith songwriter steelworker stonemason tattooist taxidermist
    telegrapher trucker typesetter umpire urologist usher valet vintner warden watchmaker wheelwright
    winemaker woodworker yeoman quartermaster armorer loadmaster airman paraprofessional keyboardist bassist drummer
    guitarist organist cellist pianist vocalist percussionist brewer cheesemaker roaster distiller mixologist
    chocolatier confectioner nco commander corpsman rater signaller erector paraeducator handyperson sweeper
    konstrukteur konstrukteurin steuerfachwirtin zimmerer tischlerin fräser kommissionierer disponentin spediteur
    postbote zusteller briefträger hotelfachfrau restaurantfachmann küchenchef fleischer winzer floristin förster
    tierarzt oberstudienrat hochschuldozent privatdozent archivar kurator restaurator dolmetscherin lektor lektorin
    texter texterin grafikdesignerin statiker vermesser geologe chemiker chemikerin biologin controllerin
    justizfachangestellte verwaltungsfachangestellter beamter hauswart gebäudereiniger wachmann detektiv
    friseurmeisterin schneiderin goldschmied optiker augenoptikerin hörgeräteakustiker schornsteinfeger klempner
    parkettleger raumausstatter stuckateur qualitätsprüferin volontär volontärin hospitant notfallsanitäterin
    feuerwehrfrau justizvollzugsbeamter fachfrau fachmann commis freiwilligendienst diplomkrankenpflegerin fachwirt
    fachwirtin steuerfachwirt
    charcutier boucher boulanger plongeuse barman gouvernante gardien surveillant surveillante maître-nageur
    ambulancier ambulancière policier juge huissier trésorier courtier actuaire guichetier banquière proviseur
    vacataire archiviste documentaliste interprète écrivain romancier illustratrice intégrateur monteur monteuse
    cadreur perchman régisseur régisseuse comédien comédienne musicien danseuse chorégraphe sculpteur ébéniste
    charpentier zingueur carreleur plâtrier façadier terrassier grutier métreur géologue biologiste chimiste
    orthophoniste ergothérapeute ostéopathe podologue diététicienne dentiste chirurgien chirurgienne vétérinaire
    puéricultrice brancardier viticulteur vigneron maraîcher éleveur bûcheron paysagiste fleuriste horticulteur
    pêcheur matelot capitaine pilote aiguilleur cheminot factrice affréteur douanier approvisionneur ordonnanceur
    usineur chaudronnier tuyauteur ajusteur outilleur régleur électromécanicien frigoriste chauffagiste ascensoriste
    domoticien automaticien roboticien qualiticien contremaître intérimaire saisonnier bénévole merchandiseur
    télévendeur démarcheur prospecteur syndic couturière styliste cordonnier horloger maître veilleur négociateur
    négociatrice préparatrice intégratrice
    geóloga aparejador encofrador ferrallista yesero escayolista alicatador techador gruista maquinista palista
    topógrafo topógrafa perforista biólogo bióloga laboratorista flebotomista celador camillero partera obstetra
    pediatra cirujano cirujana anestesista odontólogo odontóloga óptico optometrista podólogo logopeda mediador
    orientador orientadora catedrático catedrática decano bedel conserje ujier ordenanza notario registrador juez
    jueza magistrada perita tasador auditora tesorero cobrador liquidador impulsadora mercaderista
    escaparatista carnicero frutero charcutero pastelero pastelera confitero repostera pinche lavaplatos mesero
    mesera sumiller gobernanta recamarera viverista apicultor tractorista vendimiador bodeguero enólogo enóloga
    viticultor pescador marinero buzo estibador almacenista bodeguera montacarguista chofer camionero taxista
    mensajero cartero despachador soldadora tornera fresador matricero calderero ajustador herrero cerrajero
    fontanera gasista plomero instalador ascensorista chapista hojalatero llantero gomero vulcanizador tapicero
    carpintera ebanista barnizador rotulista encuadernador sastre costurera patronista zapatero relojero joyero
    barbero estilista maquilladora esteticista masajista portero socorrista soldado sargento teniente locutor
    locutora presentador guionista camarógrafo maquetador intérprete corrector filóloga historiador
    arqueólogo museógrafo curadora bailarín bailarina músico cantante actriz payaso entrenador entrenadora árbitro
    azafata sobrecargo piloto trabajador terapeuta protésico higienista corredor empleada empleado patrón
    controlador asesor farmacobiólogo farmacobióloga guía
    servente azulejista gesseiro serralheiro caldeireiro ferramenteiro montador funileiro borracheiro
    frentista motoboy caminhoneiro carteiro porteira copeira camareira governanta mensageiro chapeiro pizzaiolo
    confeiteiro confeiteira salgadeira merendeira cirurgiã cirurgião parteira biomédico fonoaudióloga diarista
    passadeira costureira alfaiate sapateiro relojoeiro joalheiro maquiadora barbeiro massagista zootecnista
    agrônomo agrónoma tratorista vaqueiro marinheiro encarregada apontador projetista cadista geólogo geógrafa
    atuário tesoureiro escriturário despachante juiz juíza escrivão bombeira salva-vidas
    inspetora revisora radialista apresentadora cinegrafista cantora atriz palhaço treinador demonstradora
    repositora televendas empacotador ajudante carregador empilhadeirista canalizador ladrilhador calceteiro
    comissária comissário empregado empregada defensor guia
    प्रधानाचार्य प्रधानाध्यापक प्राध्यापक पटवारी चपरासी चौकीदार माली दर्जी मिस्त्री राजमिस्त्री वेल्डर फिटर प्लंबर
    नलसाज बावर्ची वेटर सफाईकर्मी कंपाउंडर वैद्य अधिवक्ता न्यायाधीश सिपाही हवलदार थानेदार सूबेदार परिचालक डाकिया
    दुकानदार सेल्समैन खजांची रोकड़िया मुनीम फ़ोटोग्राफ़र गायक संगीतकार अभिनेता निर्देशक संवाददाता उद्घोषक किसान
    वनरक्षक सर्वेयर अभियंता टाइपिस्ट आशुलिपिक स्टेनो ट्यूटर कार्यकर्ता प्रहरी निरीक्षक परीक्षक
    ranger groundworker caretaker doorman farmhand herdsman bosun seaman corporal rifleman gunner bouncer referee
    athlete choreographer violinist cameraman anchor presenter screenwriter registrar conservator historian extern
    missionary psychiatrist orthodontist audiologist podiatrist chiropractor osteopath dispenser vet groomer jockey
    dressmaker jeweller jeweler goldsmith blacksmith glassblower bookbinder toolmaker boilermaker steamfitter
    roustabout roughneck driller blaster cartographer cryptographer childminder bailiff magistrate conveyancer realtor
    negotiator valuer telemarketer headhunter sysadmin coder draughtsman storekeeper warehouseman stevedore docker
    diplomat councillor speechwriter gamekeeper lineman lineworker splicer undertaker embalmer croupier bookmaker
    novelist telephonist purser hca cna lpn biller
    kindergärtnerin studienrat studienrätin professorin richterin notarin oberarzt oberärztin zahnarzt zahnärztin pta
    mfa hebamme matrose sanitäter küchenhilfe haushaltshilfe logopäde logopädin konditor konditorin metzgerin fleischerin landwirt landwirtin försterin
    dachdecker lackierer fliesenleger bauschlosser polizist polizistin feuerwehrmann soldat soldatin unteroffizier
    kosmetikerin bauzeichner bauzeichnerin informatiker informatikerin fotograf fotografin bibliothekar bibliothekarin
    minijob prokurist prokuristin tagesmutter laborant laborantin chemikant
    plongeur boulangère pâtissier pâtissière bouchère contrôleur contrôleuse greffier greffière standardiste couvreur
    tourneur fraiseur cariste jardinier jardinière agriculteur agricultrice dessinateur dessinatrice géomètre
    photographe militaire pompier gendarme
    matrona panadero panadera carnicera reponedor reponedora procurador procuradora tornero carretillero vigilante
    agricultor agricultora delineante bibliotecario bibliotecaria militar bombero bombera policía trabajadora dentista
    pedagogo pedagoga padeiro açougueiro repositor torneiro estoquista zelador zeladora operário operária desenhista
    bibliotecária bibliotecário bombeiro policial estafeta
    mate counsel all-rounder squire electromecánico electromecánica resident fotógrafa fotógrafo
    dishwasher paraeducator adjunct scribe busser bellhop groundskeeper sitter walker pipefitter millwright ironworker
    drywaller draftsman drafter adjuster emt barback sommelier deckhand docent doula streamer gaffer stagehand luthier
    upholsterer scholar geophysicist agronomist arborist zookeeper sdr bdr proprietor trustee chaplain imam rabbi
    bricklayer handyman locksmith glazier tiler plasterer scaffolder joiner headteacher headmaster matron creator
    phlebotomist hydrologist oceanographer geneticist pharmacologist toxicologist microbiologist archaeologist
    sociologist anthropologist criminologist ecologist botanist zoologist meteorologist astronomer dramaturg
    contrôleuse coiffeuse coiffeur esthéticienne esthéticien notaire gestionnaire logisticien logisticienne
    téléconseillère téléconseiller projeteur sage-femme équipier équipière serveuse monitrice moniteur
    peluquera peluquero teleoperadora teleoperador veterinaria veterinario niñera asesora jardinero jardinera
    schweisser friseurin grafikerin fotografin analystin psychologin hôtesse lagerist disponent gärtner grafiker fachangestellte fachangestellter steuerfachangestellte
    cabeleireira cabeleireiro farmacêutica farmacêutico veterinário veterinária entregador entregadora faxineira
    babá jardineiro marceneiro corretor corretora almoxarife porteiro nutricionista gestor gestora
    engineer developer programmer manager director officer chief head lead leader president vice vp ceo cto
    cfo coo cmo
    cio ciso founder cofounder co-founder owner partner principal architect analyst consultant specialist
    coordinator
    administrator admin assistant associate intern trainee apprentice journeyman technician technologist
    scientist researcher
    fellow postdoc postdoctoral professor lecturer teacher tutor instructor educator trainer coach mentor
    counselor
    counsellor advisor adviser designer illustrator artist animator photographer videographer editor writer
    copywriter
    author journalist reporter producer nurse physician doctor surgeon dentist therapist physiotherapist
    pharmacist
    paramedic caregiver carer midwife psychologist veterinarian accountant auditor bookkeeper controller
    comptroller
    treasurer cashier clerk receptionist secretary typist representative rep agent broker salesperson salesman
    buyer
    merchandiser marketer strategist planner scheduler recruiter executive supervisor foreman superintendent
    inspector
    operator driver pilot captain mechanic electrician plumber carpenter welder machinist fitter painter builder
    mason roofer laborer labourer worker janitor cleaner housekeeper chef cook baker bartender barista waiter
    waitress
    server host hostess steward stewardess concierge guard officer detective sergeant lieutenant soldier
    firefighter
    lawyer attorney solicitor barrister paralegal judge notary librarian curator archivist translator
    interpreter
    economist statistician mathematician physicist chemist biologist geologist actuary underwriter appraiser
    estimator
    surveyor tester qa sre devops webmaster moderator evangelist advocate ambassador liaison organizer
    facilitator
    volunteer member staff employee crew freelancer promoter contractor student ninja guru wizard
    programmeur specialist internship externship temp superintendent dean principal provost chairman
    chairwoman chair
    chairperson secretary-general delegate minister pastor priest aide helper attendant handler picker packer
    stocker
    dispatcher courier messenger postman gardener landscaper farmer fisherman beekeeper florist tailor
    seamstress
    stylist hairdresser barber beautician esthetician masseur masseuse model actor actress musician singer
    dancer
    composer conductor dj comedian director-general manufacturer modeler modeller maintainer scrum master
    product-owner
    hacker maker craftsman craftswoman optician optometrist radiographer sonographer phlebotomist hygienist
    orderly
    practitioner clinician nutritionist dietitian epidemiologist pathologist cardiologist teller banker trader
    dealer
    investor underwriter closer setter buyer purchaser expediter assembler fabricator installer repairer rigger
    lifeguard babysitter nanny proofreader transcriber annotator evaluator grader examiner proctor invigilator
    caller canvasser fundraiser lobbyist spokesperson publicist influencer blogger columnist correspondent
    ingeniero ingeniera desarrollador desarrolladora programador programadora gerente director directora jefe
    jefa
    responsable analista consultor consultora especialista coordinador coordinadora administrador administradora
    auxiliar asistente becario becaria pasante aprendiz técnico técnica tecnico científico investigador
    investigadora
    profesor profesora maestro maestra docente formador formadora monitor monitora diseñador diseñadora
    ilustrador
    redactor redactora periodista enfermero enfermera médico médica doctora fisioterapeuta farmacéutico
    farmacéutica
    psicólogo psicóloga contador contadora contable cajero cajera recepcionista secretario secretaria vendedor
    vendedora
    dependiente dependienta comercial agente comprador encargado encargada supervisor supervisora operario
    operaria
    operador conductor chófer mecánico electricista fontanero carpintero soldador albañil pintor peón limpiador
    limpiadora cocinero cocinera camarero camarera ayudante abogado abogada arquitecto arquitecta traductor
    traductora
    bibliotecario economista practicante presidente presidenta socio socia fundador fundadora líder ejecutivo
    ejecutiva
    administrativo administrativa consejero tutor educador educadora cuidador cuidadora mozo repartidor
    ingénieur ingénieure développeur développeuse programmeur chef cheffe directeur directrice gérant gérante
    responsable analyste consultant consultante spécialiste coordinateur coordinatrice coordonnateur
    administrateur
    administratrice assistant assistante stagiaire apprenti apprentie alternant alternante technicien
    technicienne
    chercheur chercheuse professeur professeure enseignant enseignante instituteur institutrice formateur
    formatrice
    animateur animatrice graphiste concepteur conceptrice rédacteur rédactrice journaliste infirmier
    infirmière médecin
    aide-soignant aide-soignante kinésithérapeute pharmacien pharmacienne psychologue comptable auditeur
    auditrice
    caissier caissière réceptionniste secrétaire vendeur vendeuse conseiller conseillère commercial
    commerciale agent
    acheteur acheteuse chargé chargée superviseur opérateur opératrice conducteur conductrice chauffeur
    mécanicien
    électricien plombier menuisier soudeur maçon peintre ouvrier ouvrière cuisinier cuisinière serveur
    serveuse avocat
    avocate juriste architecte traducteur traductrice bibliothécaire économiste président présidente associé
    fondateur
    fondatrice employé employée préparateur magasinier magasinière manutentionnaire livreur éducateur éducatrice
    auxiliaire attaché attachée délégué technico-commercial doctorant doctorante
    ingenieur ingenieurin entwickler entwicklerin programmierer programmiererin leiter leiterin geschäftsführer
    geschäftsführerin vorstand berater beraterin spezialist spezialistin koordinator koordinatorin administrator
    administratorin assistent assistentin praktikant praktikantin auszubildender auszubildende azubi werkstudent
    werkstudentin techniker technikerin wissenschaftler wissenschaftlerin forscher lehrer lehrerin dozent
    dozentin
    trainer trainerin gestalter gestalterin redakteur redakteurin journalist journalistin krankenpfleger
    krankenschwester
    pfleger pflegerin arzt ärztin therapeut therapeutin apotheker apothekerin buchhalter buchhalterin prüfer
    kassierer
    kassiererin sekretär sekretärin verkäufer verkäuferin kaufmann kauffrau vertreter makler einkäufer
    einkäuferin
    sachbearbeiter sachbearbeiterin referent referentin fahrer fahrerin mechaniker mechatroniker elektriker
    elektroniker
    installateur tischler schreiner schweißer maurer maler arbeiter arbeiterin koch köchin kellner kellnerin
    bäcker
    anwalt anwältin rechtsanwalt architekt architektin übersetzer übersetzerin bibliothekar präsident gründer
    gründerin
    mitarbeiter mitarbeiterin erzieher erzieherin hilfskraft aushilfe meister geselle fachkraft controller
    referendar
    stationsleitung teamleitung projektleitung abteilungsleitung filialleitung leitung doktorand doktorandin
    engenheiro engenheira desenvolvedor desenvolvedora programador gerente diretor diretora chefe responsável
    analista
    consultor consultora especialista coordenador coordenadora administrador assistente auxiliar estagiário
    estagiária
    aprendiz técnico técnica cientista pesquisador pesquisadora professor professora docente instrutor
    designer redator
    redatora jornalista enfermeiro enfermeira médico médica fisioterapeuta farmacêutico psicólogo psicóloga
    contador
    contadora caixa recepcionista secretário secretária vendedor vendedora representante agente comprador
    encarregado
    supervisor supervisora operador operadora motorista mecânico eletricista encanador pedreiro pintor
    cozinheiro
    cozinheira garçom garçonete advogado advogada arquiteto arquiteta tradutor tradutora economista presidente
    sócio
    sócia fundador fundadora líder executivo executiva educador monitora atendente balconista bolsista
    इंजीनियर डेवलपर प्रबंधक निदेशक अधिकारी प्रमुख अध्यक्ष विश्लेषक सलाहकार विशेषज्ञ समन्वयक प्रशासक सहायक
    प्रशिक्षु
    इंटर्न तकनीशियन वैज्ञानिक शोधकर्ता प्रोफेसर व्याख्याता शिक्षक शिक्षिका अध्यापक अध्यापिका प्रशिक्षक डिज़ाइनर
    डिजाइनर लेखक संपादक पत्रकार नर्स डॉक्टर चिकित्सक फार्मासिस्ट लेखाकार लेखापरीक्षक कैशियर क्लर्क लिपिक सचिव
    विक्रेता प्रतिनिधि एजेंट पर्यवेक्षक ऑपरेटर चालक ड्राइवर मैकेनिक इलेक्ट्रीशियन बढ़ई रसोइया वकील वास्तुकार
    अनुवादक
    प्रोग्रामर मैनेजर कार्यकारी स्वयंसेवक
    ingegnere sviluppatore responsabile impiegato tirocinante
"""

TITLE_ENDINGS = (
    "anwalt", "anwältin", "arzt", "ärztin", "wärter",
    "entwickler", "entwicklerin", "leiter", "leiterin", "leitung", "ingenieur", "ingenieurin", "kaufmann", "kauffrau",
    "berater", "beraterin", "arbeiter", "arbeiterin", "pfleger", "pflegerin", "techniker", "technikerin", "lehrer",
    "lehrerin", "meister", "assistent", "assistentin", "führer", "führerin", "administrator", "referent", "referentin",
    "verkäufer", "buchhalter", "buchhalterin", "mechaniker", "elektroniker", "installateur", "fahrer", "helfer",
    "manager", "managerin", "planer", "planerin", "prüfer", "gestalter", "designer", "forscher", "student", "studentin",
    "kraft", "vertreter", "sekretär", "wissenschaftler", "trainer", "redakteur", "praktikant", "schwester",
    "pädagoge", "pädagogin", "informatiker", "informatikerin", "sanitäter", "zeichner", "zeichnerin", "decker",
    "gärtner", "gärtnerin", "schlosser", "betreuer", "betreuerin", "offizier", "matrose",
    "therapeut", "therapeutin", "fachwirt", "fachwirtin", "fachmann", "fachfrau", "angestellte",
    "angestellter", "konstrukteur", "monteur", "lektor", "koch", "köchin", "bäcker", "macherin", "händlerin", "prüferin", "händler", "bauer", "macher", "schreiber", "bearbeiter", "bearbeiterin",
    "wärterin", "meisterin", "administratorin", "verkäuferin", "mechanikerin", "elektronikerin", "installateurin", "fahrerin", "helferin", "gestalterin", "designerin", "forscherin", "vertreterin", "sekretärin", "wissenschaftlerin", "trainerin", "redakteurin", "praktikantin", "schwesterin", "sanitäterin", "deckerin", "schlosserin", "offizierin", "angestellterin", "konstrukteurin", "monteurin", "lektorin", "bäckerin", "bauerin", "schreiberin",
)  # fmt: skip

CHINESE_ENDINGS = (
    "工程师", "经理", "专员", "主管", "总监", "助理", "实习生", "分析师", "设计师", "开发", "会计", "教师",
    "老师", "医生", "护士",
    "顾问", "代表", "主任", "总裁", "秘书", "编辑", "记者", "律师", "研究员", "讲师", "教授", "店长", "组长",
    "负责人", "程序员",
    "架构师", "运营", "出纳", "司机", "厨师", "技术员", "操作员", "客服", "销售", "董事", "董事长", "创始人",
    "合伙人", "部长",
    "科长", "处长", "院长", "校长", "班长", "审计师", "测试", "翻译", "导师", "培训师", "药剂师", "科学家",
    "电工", "焊工", "钳工", "车工", "木工", "技工", "厨工", "保安", "保洁", "保姆", "月嫂", "收银", "导购", "教练", "助教", "博士后",
    "法务", "站长", "队长", "主编", "主持人", "骑手", "编剧", "美工", "厂长", "首席技术官", "管培生", "家教", "兽医", "监理", "文案",
    "学徒", "志愿者", "前台",
    "文员", "领队", "导游", "督导", "技师", "护士长", "实习", "總監", "經理", "工程師", "员", "师",
)  # fmt: skip

LEVEL_WORDS = """
    senior junior jr sr mid-level staff principal lead chief deputy acting interim regional global national
    assistant
    associate graduate trainee entry-level part-time full-time summer freelance remote contract i ii iii iv
    jefe sénior júnior senior chargé pleno
"""
