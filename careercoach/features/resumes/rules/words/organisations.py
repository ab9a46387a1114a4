"""Words that tell employers, schools, degrees and places apart, in the languages that are read."""

ORG_WORDS = """
    inc llc ltd limited corp corporation company co plc gmbh ag se kg ohg ug bv nv ab oy as srl spa sarl sas
    sa eurl ltda
    eireli pty pvt llp lp group holding holdings partners associates
    lab laboratories laboratory studios bank insurance hospital clinic hospice healthcare
    university college school academy institute institution foundation trust society association council
    ministry department bureau municipality church museum
    resort brewery shipyard factory mill enterprises
    enterprise ventures capital publications
    times
    contractors architects airlines airways
    traders trading brothers bros sons
    brigade center centre board club league
    hogar banco hospital clínica universidad colegio escuela instituto fundación ayuntamiento ministerio grupo
    empresa
    compañía sociedad consultores asociados hermanos
    hijos cooperativa s.l s.a s.l.u s.a.u centro cruz hôpital clinique
    banque université collège lycée école institut fondation mairie ministère groupe société entreprise
    compagnie
    hôtel cabinet associés frères fils
    coopérative atelier centre maison agence bureau conseil
    krankenhaus klinikum klinik bank sparkasse universität hochschule schule gymnasium institut stiftung stadt
    stadtwerke landkreis ministerium gruppe gesellschaft firma unternehmen versicherung
    kanzlei partner söhne genossenschaft werk werke verein
    kita kindergarten agentur bundesamt behörde zentrum praxis bahn
    universidade faculdade escola colégio fundação prefeitura câmara ministério empresa companhia
    associados irmãos filhos
    cooperativa centro caixa supermercado
    लिमिटेड प्राइवेट कंपनी बैंक अस्पताल विद्यालय विश्वविद्यालय महाविद्यालय संस्थान संस्था फाउंडेशन मंत्रालय
    सर्विसेज उद्योग इंडस्ट्रीज समूह निगम रेल रिटेल टेक्नोलॉजीज सॉल्यूशंस
"""

BUSINESS_WORDS = """
    consulting solutions systems technologies technology health medical pharmacy office city county state
    government library
    theatre theater restaurant hotel cafe café bakery farm works industries industrial international global
    worldwide
    investments financial media press publishing magazine newspaper radio network networks software digital
    robotics
    dynamics energy electric electrical oil gas power construction builders engineering motors automotive
    railway
    logistics freight shipping transport foods beverages stores store market supermarket retail navy army
    police force
    district team services service supplies startup design marketing labs studio agency
    sistemas soluciones tecnologías servicios seguros tienda restaurante constructora editorial laboratorios
    farmacia
    systèmes services assurances magasin boutique restaurant construction éditions laboratoires pharmacie
    systeme lösungen technologien versicherungen geschäft restaurant bau verlag labor apotheke
    soluções serviços loja lojas construtora editora laboratórios farmácia indústria comércio सेवा विभाग
"""
"""Words of company names that also stand in job titles: they say little."""

BRANDS = """
    google|microsoft|amazon|apple|meta|facebook|netflix|tesla|nvidia|intel|ibm|oracle|sap|salesforce|adobe
    uber|lyft|airbnb|stripe
    spotify|twitter|linkedin|paypal|shopify|square|dropbox|slack|zoom|atlassian|github|gitlab|notion|figma
    canva|wework|waymo
    palantir|deliveroo|doordash|instacart|booking.com|expedia|tripadvisor|ebay|etsy|walmart|target|costco|ikea
    h&m|zara|inditex
    nike|adidas|puma|unilever|nestlé|nestle|procter & gamble|coca-cola|pepsico|danone|l'oréal|mcdonald's
    starbucks|subway|shell
    bp|exxonmobil|chevron|totalenergies|siemens|bosch|bmw|volkswagen|daimler|mercedes-benz|audi|toyota|honda
    ford|rolls-royce
    boeing|airbus|lockheed martin|raytheon|general electric|ge|philips|sony|samsung|lg|huawei|xiaomi|alibaba
    tencent|baidu
    bytedance|infosys|wipro|tcs|cognizant|accenture|deloitte|kpmg|pwc|ey|mckinsey|bcg|bain|goldman sachs
    morgan stanley|jpmorgan
    citi|hsbc|barclays|santander|bbva|ubs|credit suisse|allianz|axa|aviva|visa|mastercard|american express
    pfizer|novartis|roche
    bayer|astrazeneca|merck|johnson & johnson|nasa|cern|who|unicef|unesco|vodafone|telefónica|orange|at&t
    verizon|t-mobile|dhl
    fedex|ups|maersk|lufthansa|ryanair|hilton|marriott|disney|bbc|cnn|the guardian|the new york times|monzo
    revolut|n26|klarna
    tesco|sainsbury's|lidl|aldi|carrefour|marks and spencer|kingfisher|the body shop|zalando|mercadona
    el corte inglés
    flipkart|reliance|tata|petrobras|itaú|nubank|mercado libre|globant|capgemini|thales|renault|peugeot|airbnb
    self-employed
    freelance|selbstständig|autónomo|indépendant|autônomo"""
"""Employers that everyone knows, for names that say nothing by their words."""

ORG_ENDINGS_DE = (
    "krankenhaus", "klinik", "klinikum", "werke", "bank", "sparkasse", "krankenkasse", "verlag", "landratsamt", "finanzamt",
    "pflegeheim", "seniorenheim", "altenheim", "kinderheim", "wohnheim", "praxis", "apotheke", "kanzlei", "verein",
    "verband", "bäckerei", "metzgerei", "druckerei", "brauerei", "gärtnerei", "schreinerei", "hotel", "betrieb",
    "zentrum", "autohaus", "kaufhaus", "baumarkt", "supermarkt", "agentur", "wehr", "stätte", "gesellschaft",
    "versicherung", "stiftung", "gasthof", "reederei",
)  # fmt: skip
"""Endings of joined German words, and such words alone."""

ORG_ENDINGS_ZH = (
    "公司", "集团", "银行", "医院", "大学", "学院", "中学", "小学", "学校", "研究院", "研究所", "中心",
    "事务所", "工作室", "协会",
    "基金会", "出版社", "报社", "酒店", "餐厅", "工厂", "厂", "局", "部", "社", "科技", "网络", "股份",
    "委员会", "银行股份",
)  # fmt: skip

SCHOOL_WORDS = """
    skole høyskole høgskole videregående fagskole handelshøyskole högskola högskolan gymnasiet folkhögskola yliopisto
    ammattikorkeakoulu lukio univerzita univerzitet gymnázium gymnazium liceul liceum politechnika politehnica technikum
    üniversitesi lisesi universitas universiti politeknik madrasa ateneo kolej egyetem főiskola vidyalaya vidyapeeth
    university college school academy institute institution polytechnic conservatory seminary faculty univ uni
    universities
    harvard stanford oxford cambridge yale princeton berkeley cornell georgetown northwestern northeastern
    purdue dartmouth
    mit ucla caltech eth epfl iit nit bits lse ucl insead hec iese esade coursera udacity udemy edx bootcamp
    campus
    universidad colegio escuela instituto facultad liceo academia politécnica politécnico conservatorio ies
    unam uned
    université école lycée collège institut faculté iut insa polytechnique conservatoire académie cfa greta ens
    universität hochschule fachhochschule schule gymnasium realschule hauptschule grundschule berufsschule
    akademie
    institut fakultät berufskolleg gesamtschule oberschule abendgymnasium handelsschule berufsakademie
    universidade faculdade escola colégio instituto politécnico academia senai senac fatec ufrj usp unicamp
    puc etec
    विश्वविद्यालय महाविद्यालय विद्यालय कॉलेज स्कूल संस्थान विद्यापीठ अकादमी यूनिवर्सिटी इंस्टीट्यूट आईआईटी
    cégep cegep fagskole folkehøgskole università istituto universiteit hogeschool uniwersytet universitat universitet
"""

SCHOOL_ENDINGS_DE = ("universität", "hochschule", "schule", "gymnasium", "akademie", "kolleg", "institut")
SCHOOL_ENDINGS_ZH = ("大学", "学院", "中学", "学校", "高中", "小学", "研究院", "附中", "大學", "學院", "一中", "党校")

DEGREE_WORDS = """
    bachelor bachelors bachelor's master masters master's doctor doctorate doctoral phd dphil ph.d md jd llb
    llm mba emba
    bba bsc msc ba bs ma ms mphil meng beng bfa mfa bed b.ed med b.sc m.sc b.s m.s b.a m.a b.tech m.tech btech
    mtech be
    b.e m.e bca mca bcom b.com mcom m.com b.eng m.eng b.arch barch m.arch aa aas a.a a.s associate associates
    associate's
    diploma degree certificate certification ged minor major honors honours apprenticeship licentiate
    postgraduate
    undergraduate graduate gcse a-levels a-level hnd hnc btec pgce nvq cse foundation specialization nanodegree
    baccalaureate matriculation intermediate hsc ssc b.s.n bsn msn dnp pharmd mbbs bds edd ll.b ll.m mpa mph msw
    grado licenciatura licenciado licenciada máster maestría doctorado diplomatura bachillerato técnico
    ingeniería
    diplomado especialización posgrado postgrado título eso bachiller fp
    licence master maîtrise doctorat bts dut baccalauréat bac diplôme cap bep deug dea dess ingénieur mastère
    but dess
    magister diplom abitur ausbildung promotion meister fachabitur realschulabschluss hauptschulabschluss
    staatsexamen fachhochschulreife hochschulreife mittlere reife
    bacharelado bacharel licenciatura mestrado mestre doutorado doutoramento pós-graduação graduação tecnólogo
    técnico
    curso especialização ensino secundário médio
    स्नातक स्नातकोत्तर परास्नातक डिप्लोमा बी.टेक एम.टेक बी.ए एम.ए बी.एससी एम.एससी बी.कॉम एम.कॉम बी.एड एम.बी.ए
    बीए एमए
    बीएससी एमएससी बीकॉम इंटरमीडिएट हाईस्कूल पीएचडी पी.एच.डी एम.सी.ए बी.सी.ए उपाधि बीटेक एमसीए
"""

DEGREES_ZH = (
    "本科",
    "硕士",
    "博士",
    "学士",
    "大专",
    "专科",
    "高中",
    "研究生",
    "MBA",
    "中专",
    "双学位",
    "學士",
    "碩士",
    "研修",
)

COUNTRIES = """
    united states of america|uk|u.k.|united kingdom|england|scotland|wales
    ireland|canada|australia
    new zealand|india|germany|france|spain|portugal|italy|netherlands|the netherlands|belgium|switzerland
    austria|poland
    sweden|norway|denmark|finland|brazil|mexico|argentina|colombia|chile|peru|china|japan|korea|south korea
    singapore
    hong kong|taiwan|nigeria|kenya|ghana|south africa|egypt|morocco|israel|turkey|uae|united arab emirates
    russia|ukraine
    greece|romania|hungary|czech republic|vietnam|thailand|indonesia|malaysia|philippines|pakistan|bangladesh
    sri lanka
    nepal|luxembourg|iceland|estonia|latvia|lithuania|croatia|serbia|bulgaria|saudi arabia|qatar|uruguay
    ecuador|venezuela
    costa rica|usa|us|u.s.|u.s.a.
    estados unidos|españa|méxico|alemania|francia|reino unido|italia|brasil|suiza|países bajos|bélgica|perú
    república dominicana
    états-unis|espagne|allemagne|royaume-uni|italie|belgique|suisse|brésil|pays-bas|maroc|tunisie|algérie
    sénégal|luxembourg
    deutschland|österreich|schweiz|frankreich|spanien|italien|niederlande|großbritannien
    vereinigtes königreich|polen|usa
    alemanha|frança|espanha|itália|reino unido|suíça|angola|moçambique
    united states|the united states|u.s.a|u.s|macau|burma|cape verde|curaçao|réunion|türkiye
    afghanistan|aland islands|albania|algeria|american samoa|andorra|anguilla|antigua and barbuda
    armenia|aruba|azerbaijan|bahamas|bahrain|barbados|belarus|belize|benin|bermuda|bhutan
    bolivia|bonaire, saint eustatius and saba|bosnia and herzegovina|botswana|british virgin islands
    brunei|burkina faso|burundi|cabo verde|cambodia|cameroon|cayman islands
    central african republic|christmas island|cocos islands|comoros|cook islands|cuba|curacao
    cyprus|czechia|democratic republic of the congo|djibouti|dominican republic|el salvador
    equatorial guinea|eritrea|eswatini|ethiopia|falkland islands|faroe islands|fiji|french guiana
    french polynesia|gabon|gambia|gibraltar|greenland|grenada|guadeloupe|guam|guatemala
    guernsey|guinea|guinea-bissau|guyana|haiti|honduras|iran|iraq|isle of man|ivory coast
    jamaica|kazakhstan|kiribati|kosovo|kuwait|kyrgyzstan|laos|lebanon|lesotho|liberia|libya
    liechtenstein|macao|madagascar|malawi|maldives|mali|malta|marshall islands|martinique
    mauritania|mauritius|mayotte|micronesia|moldova|monaco|mongolia|montenegro|montserrat
    mozambique|myanmar|namibia|nauru|new caledonia|nicaragua|niger|norfolk island|north korea
    north macedonia|northern mariana islands|oman|palau|palestinian territory|panama
    papua new guinea|paraguay|puerto rico|republic of the congo|reunion|rwanda|saint barthelemy
    saint kitts and nevis|saint lucia|saint martin|saint pierre and miquelon
    saint vincent and the grenadines|samoa|san marino|sao tome and principe|senegal|seychelles
    sierra leone|sint maarten|slovakia|slovenia|solomon islands|somalia|south sudan|sudan
    suriname|syria|tajikistan|tanzania|timor leste|togo|tonga|trinidad and tobago|tunisia
    turkmenistan|turks and caicos islands|tuvalu|u.s. virgin islands|uganda|uzbekistan|vanuatu
    vatican|wallis and futuna|western sahara|yemen|zambia|zimbabwe|turquía|grecia|polonia
    suecia|noruega|dinamarca|finlandia|irlanda|austria|panamá|canadá|japón|rusia|marruecos
    países bajos|república checa|rumanía|hungría|ucrania|trinidad y tobago|haití|inglaterra
    escocia|gales|pologne|suède|norvège|danemark|finlande|irlande|autriche|grèce|turquie
    portugal|canada|japon|russie|chine|inde|liban|cameroun|côte d'ivoire|roumanie|hongrie
    australie|mexique|argentine|tchéquie|irland|schweden|norwegen|dänemark|finnland
    griechenland|türkei|russland|japan|kanada|australien|belgien|tschechien|ungarn|rumänien
    kroatien|slowenien|slowakei|indien|mexiko|brasilien|luxemburg|suécia|holanda|países baixos
    polônia|polónia|grécia|turquia|japão|rússia|estados unidos da américa|áustria|bélgica
    भारत|अमेरिका|中国|美国|日本|英国|德国|法国|新加坡|加拿大|澳大利亚"""

REGIONS = """
    al|ak|az|ar|ca|co|ct|de|fl|ga|hi|id|il|in|ia|ks|ky|la|me|md|ma|mi|mn|ms|mo|mt|ne|nv|nh|nj|nm|ny|nc|nd|oh
    ok|or|pa|ri
    sc|sd|tn|tx|ut|vt|va|wa|wv|wi|wy|dc|on|qc|bc|ab|mb|sk|ns|nb|nl|pe|sp|rj|mg|rs|pr|ba|nsw|vic|qld|gb|de|fr
    es|us|uk|in
    california|texas|new york|florida|illinois|ontario|quebec|québec|washington|massachusetts|oregon|georgia
    ohio|michigan
    virginia|colorado|oklahoma|arizona|nevada|pennsylvania|new jersey|north carolina|minnesota|maharashtra
    karnataka
    tamil nadu|delhi|kerala|gujarat|rajasthan|bavaria|bayern|hessen|catalonia|cataluña|andalucía|île-de-france
    alaska|alabama|arkansas|connecticut|district of columbia|delaware|hawaii|iowa|idaho
    indiana|kansas|kentucky|louisiana|maryland|maine|missouri|mississippi|montana|north dakota
    nebraska|new hampshire|new mexico|rhode island|south carolina|south dakota|tennessee|utah
    vermont|wisconsin|west virginia|wyoming|alberta|british columbia|manitoba|new brunswick
    newfoundland|nova scotia|prince edward island|saskatchewan|yukon|pei|new south wales
    queensland|victoria|tasmania|western australia|south australia|act|tas|wa|nt
    andhra pradesh|telangana|west bengal|uttar pradesh|madhya pradesh|bihar|punjab|haryana
    odisha|assam|jharkhand|chhattisgarh|uttarakhand|himachal pradesh|goa|greater london
    greater manchester|west midlands|west yorkshire|south yorkshire|merseyside|kent|surrey|essex
    hampshire|lancashire|devon|cornwall|norfolk|suffolk|lothian|baden-württemberg
    nordrhein-westfalen|nrw|niedersachsen|sachsen|thüringen|brandenburg|rheinland-pfalz|saarland
    schleswig-holstein|mecklenburg-vorpommern|sachsen-anhalt|galicia|aragón|país vasco|euskadi
    navarra|murcia|extremadura|castilla y león|castilla-la mancha|comunidad valenciana
    comunidad de madrid|islas baleares|canarias|asturias|cantabria|la rioja|jalisco|nuevo león
    puebla|estado de méxico|edomex|cdmx|querétaro|guanajuato|yucatán|chihuahua|sonora|sinaloa
    veracruz|antioquia|cundinamarca|valle del cauca|minas gerais|paraná|rio grande do sul
    santa catarina|bahia|pernambuco|ceará|goiás|bretagne|normandie|occitanie|nouvelle-aquitaine
    grand est|hauts-de-france|auvergne-rhône-alpes|provence-alpes-côte d'azur|paca|pays de la loire
    lombardia|lombardy|toscana|tuscany|piemonte|veneto|lazio|sicilia|flanders|wallonia
    vlaanderen|noord-holland|zuid-holland|utrecht|noord-brabant|gauteng|western cape|kwazulu-natal
    selangor|johor|penang|lagos state|guangdong|zhejiang|jiangsu|sichuan
    राजस्थान|महाराष्ट्र|उत्तर प्रदेश|बिहार|गुजरात|मध्य प्रदेश"""

CITIES = """
    london|paris|berlin|madrid|barcelona|lisbon|lisboa|porto|munich|münchen|hamburg|vienna|wien|zurich|zürich
    geneva|genève
    brussels|bruxelles|amsterdam|dublin|leeds|manchester|edinburgh|glasgow|rome|roma|milan|milano|stockholm|oslo
    copenhagen|helsinki|warsaw|prague|budapest|athens|moscow|istanbul|new york|new york city|san francisco
    los angeles
    chicago|boston|seattle|austin|dallas|houston|denver|atlanta|miami|toronto|montreal|montréal|vancouver
    mexico city
    ciudad de méxico|são paulo|rio de janeiro|curitiba|buenos aires|bogotá|santiago|lima|sydney|melbourne
    auckland|tokyo
    seoul|beijing|shanghai|shenzhen|singapore|mumbai|delhi|new delhi|bangalore|bengaluru|hyderabad|chennai
    pune|kolkata
    jaipur|lucknow|lagos|nairobi|accra|cairo|cape town|johannesburg|dubai|tel aviv|sevilla|valencia|lyon
    marseille
    toulouse|nantes|köln|cologne|frankfurt|stuttgart|remote|hybrid|on-site|onsite|télétravail|remoto
    teletrabajo|homeoffice
    北京|上海|深圳|广州|杭州|成都|南京|武汉|西安|नई दिल्ली|दिल्ली|मुंबई|पुणे|जयपुर|लखनऊ|portland|washington|palo alto
    mountain view
    philadelphia|phoenix|san diego|san jose|columbus|oklahoma city|tulsa|berkeley|cambridge|oxford"""
