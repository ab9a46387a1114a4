"""Titles of resume sections, in the languages that are read."""

STRONG: dict[str, str] = {
    "work": """
        ce que j'ai fait|mon parcours|ma carrière|o que fiz|o que já fiz|onde trabalhei|a minha experiência|minha trajetória|lo que he hecho|dónde he trabajado|was ich gemacht habe|wo ich gearbeitet habe|was ich bisher gemacht habe
        relevant work experience|civilian experience|federal experience|prior experience|earlier experience|earlier career|other work experience|recent experience|recent employment|present employment|previous employment|employment background|work background
        hospitality experience|retail experience|research positions|clinical appointments|hospital appointments|career progression|career timeline|career path|paid experience|related employment|professional work experience|working experience
        organizational experience|organisational experience|professional journey|experience details|details of experience|where i have been|my journey|posts held|placements|clinical placements|clinical rotations|co-op experience|construction experience
        driving experience|flight experience|military career|beruflicher lebenslauf|berufstätigkeiten|berufliche entwicklung|stationen|berufsweg|bisherige tätigkeiten|praxiserfahrung|arbeitsverhältnisse|mes expériences|postes occupés|emplois occupés
        carrière professionnelle|historial de empleo|desempeño profesional|desempeño laboral|cargos desempeñados|experiencia en el sector|mi experiencia|empleos anteriores|experiências anteriores|minhas experiências|empregos anteriores
        atividade profissional|नौकरी|सेवा अनुभव|任职情况|职业履历
        what i've done|what i have done|clinical practice|teaching practice|professional practice|academic appointments|academic positions|faculty positions|faculty appointments|academic employment
        professional appointments|employment record|employment details|career to date
        experience|work experience|professional experience|employment|employment history|work history
        career history
        career|career summary and experience|professional background|relevant experience|related experience
        job experience|job history|positions|positions held|work|professional history|industry experience
        experience and employment|internships|internship|internship experience|internships and experience
        professional experiences|experiences|work experiences|teaching experience|research experience
        clinical experience|nursing experience|additional experience|other experience|selected experience
        key experience|leadership experience|management experience|technical experience|career experience
        employment experience|work and experience|where i've worked|where i have worked|my experience|jobs
        experience highlights|practical experience|military experience|previous experience|freelance experience
        experiencia|experiencia laboral|experiencia profesional|experiencia de trabajo|historial laboral
        trayectoria profesional|trayectoria|trayectoria laboral|empleo|historial profesional|empleos|prácticas
        experiencias|vida laboral|antecedentes laborales|prácticas profesionales|experiencia relevante|trabajo
        expérience|expériences|expérience professionnelle|expériences professionnelles|parcours professionnel
        parcours|emplois|historique professionnel|stages|stages et expériences|carrière|emploi
        antécédents professionnels|expériences de travail|expérience de travail|travail
        berufserfahrung|berufliche erfahrung|beruflicher werdegang|berufspraxis|arbeitserfahrung|werdegang
        berufliche stationen|praktika|praktische erfahrung|praktische erfahrungen|beruflicher hintergrund
        erfahrung|erfahrungen|berufliche laufbahn|anstellungen|beschäftigung|berufliche tätigkeit|tätigkeiten
        berufstätigkeit|arbeit|berufserfahrungen
        experiência|experiências|experiência profissional|experiências profissionais|histórico profissional
        experiência de trabalho|percurso profissional|trajetória profissional|emprego|empregos
        atuação profissional
        carreira|estágios|estágio|histórico de trabalho|vivência profissional|trabalho
        अनुभव|कार्य अनुभव|कार्यानुभव|व्यावसायिक अनुभव|पेशेवर अनुभव|रोज़गार|रोजगार|नौकरी का अनुभव|रोजगार इतिहास
        रोज़गार का इतिहास|कार्य इतिहास|व्यवसायिक अनुभव|कार्य का अनुभव|काम का अनुभव|कार्य
        工作经历|工作经验|工作履历|职业经历|实习经历|工作|从业经历|职业经验|任职经历|工作背景|实习经验|工作與經歷
        工作經歷|工作經驗|经历|经验|实习|职业生涯|实习及工作经历|工作实习经历
        esperienza|esperienza lavorativa|esperienze professionali|esperienza professionale|esperienze lavorative
        werkervaring|ervaring|doświadczenie|doświadczenie zawodowe""",
    "education": """
        mes études|ma formation|où j'ai étudié|onde estudei|a minha formação|minha formação|mi formación|dónde he estudiado|mis estudios|wo ich gelernt habe|wo ich studiert habe|meine ausbildung|was ich gelernt habe
        scholastics|scholastic record|educational credentials|education details|educational attainment|educational profile|training & education|training and education|apprenticeship and education|military education|schule und ausbildung|hochschulstudium
        estudios académicos|grau de escolaridade|学历背景
        where i studied|where i learned|professional preparation|educational qualification|academic qualification|educational details|academic details|postgraduate training|postdoctoral training|medical training|residency training|professional education
        education|educational background|education and training|academic background|academic history
        qualifications
        academic qualifications|academics|schooling|degrees|academic|educational qualifications|studies
        education and qualifications|education history|education and certifications|education & training|degree
        academic record|academic experience|training and education|my education|where i've studied
        formal education
        educational history|academic profile|academic credentials|education and credentials|scholastic record
        educación|formación|formación académica|estudios|formación profesional|educación y formación
        historial académico|títulos|estudios realizados|antecedentes académicos|formación y estudios|titulación
        datos académicos|preparación académica|formación reglada|escolaridad
        formation|formations|éducation|études|parcours académique|parcours scolaire|diplômes
        formation académique
        formations et diplômes|éducation et formation|formation et diplômes|cursus|cursus scolaire|scolarité
        diplômes et formations|formation initiale|parcours universitaire
        ausbildung|bildung|bildungsweg|schulbildung|studium|akademische ausbildung|ausbildung und studium
        schulische ausbildung|bildungsgang|akademischer werdegang|bildung und ausbildung|aus- und weiterbildung
        studium und ausbildung|hochschulbildung|schul- und berufsausbildung|ausbildung und abschlüsse
        schule und studium|schulausbildung|abschlüsse|berufsausbildung|schulischer werdegang
        allgemeine und berufliche bildung
        educação|formação|formação acadêmica|formação académica|escolaridade|formação educacional
        habilitações|habilitações académicas|habilitações literárias|educação e formação|histórico escolar
        histórico acadêmico|graduação|estudos|percurso académico|formação escolar
        शिक्षा|शैक्षिक योग्यता|शैक्षणिक योग्यता|शैक्षिक पृष्ठभूमि|शिक्षा और प्रशिक्षण|शिक्षा एवं प्रशिक्षण
        योग्यता
        शैक्षिक विवरण|शैक्षणिक पृष्ठभूमि|शैक्षणिक विवरण|शैक्षिक योग्यताएँ|पढ़ाई
        教育|教育背景|教育经历|学历|学习经历|教育情况|受教育经历|教育程度|學歷|教育經歷|教育及培训|教育与培训
        istruzione|formazione|istruzione e formazione|opleiding|opleidingen|wykształcenie|edukacja""",
    "skills": """
        ce que je sais faire|mes atouts|o que sei fazer|as minhas competências|minhas competências|mis competencias|lo que sé hacer|qué sé hacer|was ich kann|meine stärken|meine kenntnisse|meine fähigkeiten
        job related skills|job-related skills|skill highlights|skills profile|skills and attributes|key abilities|professional strengths|technical proficiency|technical strengths|technical tools|tools & skills|tools and skills|trade skills|nursing skills
        kitchen skills|it proficiency|computer proficiency|computer literacy|it literacy|tech skills|technology skills|technical profile|domain expertise|functional skills|areas of knowledge|areas of specialization|specializations|knowledge & skills
        knowledge and skills|key competences|main skills|primary skills|skills at a glance|professional expertise|practical skills|interpersonal skills|sonstige kenntnisse|fachliche kenntnisse|schlüsselqualifikationen|zusatzqualifikationen
        kompetenzprofil|compétences métier|mes compétences|compétences spécifiques|compétences transversales|logiciels maîtrisés|mis habilidades|conocimientos de informática|manejo de programas|fortalezas|minhas habilidades|विशेषताएँ|it技能
        what i can do|what i know|what i'm good at|what i am good at|what i do best|things i know|software and tools|tools and software|core competences|software proficiency
        skills|technical skills|core skills|key skills|skills and tools|skills & tools|professional skills
        skill set
        skillset|core competencies|competencies|areas of expertise|expertise|technologies|technical expertise
        technical proficiencies|tech stack|skills summary|summary of skills|relevant skills|special skills
        hard skills|soft skills|personal skills|additional skills|skills and abilities|skills & abilities
        skills and expertise|skills & expertise|top skills|computer skills|it skills|software skills
        skills matrix
        technical competencies|strengths|core strengths|key competencies|abilities|proficiencies|specialties
        specialities|key strengths|areas of strength|other skills|skills and competencies|technical knowledge
        tools and technologies|tools & technologies|programming skills|technical summary|digital skills
        my skills
        clinical skills|professional competencies|skills overview|core qualifications|technical
        skills and interests
        skills & interests|technical toolbox|toolbox|what i know|skills and technologies|know-how|capabilities
        habilidades|competencias|aptitudes|conocimientos|habilidades técnicas|competencias técnicas|destrezas
        conocimientos informáticos|competencias profesionales|habilidades y competencias|conocimientos técnicos
        informática|competencias clave|competencias digitales|aptitudes y conocimientos|capacidades
        habilidades profesionales|habilidades clave|conocimientos y habilidades|tecnologías
        principales aptitudes
        competencias personales|habilidades blandas|aptitudes principales|competencias y habilidades
        compétences|compétences techniques|compétences clés|savoir-faire|compétences professionnelles
        aptitudes clés
        compétences informatiques|connaissances|compétences et outils|domaines de compétences|atouts|savoir-être
        domaines d'expertise|compétences principales|principales compétences|informatique|compétences numériques
        qualités|compétences personnelles|compétences et aptitudes|connaissances techniques
        outils et technologies
        kenntnisse|fähigkeiten|kompetenzen|fachkenntnisse|fertigkeiten|edv-kenntnisse|it-kenntnisse|stärken
        kenntnisse und fähigkeiten|fähigkeiten und kenntnisse|technische kenntnisse|besondere kenntnisse
        fachliche kompetenzen|qualifikationen|kernkompetenzen|technische fähigkeiten|persönliche fähigkeiten
        technische kompetenzen|top-kenntnisse|soziale kompetenzen|weitere kenntnisse|digitale kompetenzen
        fachkompetenzen|kompetenzen und kenntnisse|edv|fähigkeiten und kompetenzen|skills und kenntnisse
        habilidades técnicas e pessoais|competências|competências técnicas|habilidades e competências|aptidões
        conhecimentos|conhecimentos técnicos|competências profissionais|qualificações
        conhecimentos de informática
        principais competências|competências digitais|conhecimentos e habilidades|habilidades e conhecimentos
        competências pessoais|qualificações profissionais|competências-chave
        कौशल|तकनीकी कौशल|मुख्य कौशल|दक्षता|कौशल और दक्षता|कौशल एवं दक्षता|विशेषज्ञता|प्रमुख कौशल|व्यावसायिक कौशल
        योग्यताएँ और कौशल|कौशल सारांश|दक्षताएँ|पेशेवर कौशल
        技能|专业技能|技能特长|技术技能|技能专长|核心技能|个人技能|掌握技能|技术栈|专长|技能清单|核心能力|技能证书
        專業技能|职业技能|技能与工具|专业能力|相关技能|主要技能|特长|能力
        competenze|capacità e competenze|vaardigheden|umiejętności""",
}

WEAK: dict[str, str] = {
    "summary": """
        qui je suis|quem sou|quem sou eu|quién soy|wer ich bin|who i am
        summary|profile|about|about me|professional summary|career summary|executive summary|career profile
        personal statement|professional profile|personal profile|objective|career objective|introduction|bio
        overview
        statement|personal summary|summary of qualifications|who am i|who i am|career overview|goal|goals|intro
        professional overview|profile summary|biography|professional objective|qualifications summary|highlights
        career highlights|résumé|resumen|perfil|perfil profesional|sobre mí|objetivo|objetivo profesional
        acerca de mí
        resumen profesional|presentación|extracto|acerca de|perfil personal|objetivos|quién soy|sobre mi
        profil|profil professionnel|à propos|à propos de moi|objectif|objectif professionnel|présentation|résumé
        résumé professionnel|accroche|en bref|profil personnel|synthèse
        über mich|kurzprofil|profil|persönliches profil|zusammenfassung|berufsprofil|kurzvorstellung|ziel
        berufsziel
        persönlichkeit|zu meiner person|überblick
        resumo|resumo profissional|perfil profissional|sobre|sobre mim|objetivo profissional|apresentação
        perfil pessoal
        síntese|resumo de qualificações
        सारांश|परिचय|उद्देश्य|प्रोफ़ाइल|प्रोफाइल|व्यावसायिक सारांश|मेरे बारे में|करियर उद्देश्य|लक्ष्य
        पेशेवर सारांश
        व्यक्तिगत परिचय|कैरियर उद्देश्य
        个人简介|自我评价|个人总结|求职意向|个人概述|简介|自我介绍|职业目标|关于我|个人评价|个人优势|概述|概要|职业概述
        求职目标|個人簡介|摘要|个人陈述""",
    "contact": """
        contact|contact information|contact details|contact info|contacts|contact me|personal details
        personal information|personal info|personal data|details|get in touch|info|information|find me online
        links
        social|social links|profiles|online|online profiles|social media|social profiles|elsewhere|find me
        address
        connect|reach me|on the web|web|websites|contacto|datos de contacto|datos personales
        información de contacto
        información personal|información|datos|contactar|perfiles|redes sociales|enlaces|contact et informations
        coordonnées|informations personnelles|informations|état civil|me contacter|profils|réseaux sociaux|liens
        réseaux|kontakt|kontaktdaten|persönliche daten|persönliche angaben|persönliches|angaben zur person
        adresse
        profile im netz|netzwerke|soziale netzwerke|zur person|kontaktinformationen|contato|contatos
        contacto e dados
        dados pessoais|informações pessoais|informações de contato|informação pessoal|informação de contacto
        perfis
        contactos|dados de contato|dados de contacto|संपर्क|संपर्क विवरण|सम्पर्क|व्यक्तिगत विवरण|संपर्क जानकारी
        व्यक्तिगत जानकारी|प्रोफ़ाइलें|联系方式|联系信息|个人信息|基本信息|个人资料|基本资料|聯絡方式|联系我|社交网络|个人主页
        contatti|informazioni personali""",
    "projects": """
        projects|personal projects|selected projects|side projects|key projects|academic projects|open source
        open source projects|portfolio|notable projects|project experience|relevant projects|open-source|samples
        work samples|my projects|featured projects|open source contributions|course projects|research projects
        project highlights|writing samples
        proyectos|proyectos personales|proyectos destacados|proyectos académicos|projets|projets personnels
        réalisations
        projets académiques|projets réalisés|projekte|projekterfahrung|ausgewählte projekte|persönliche projekte
        eigene projekte|projetos|projetos pessoais|portfólio|projetos acadêmicos|परियोजनाएँ|परियोजनाएं|प्रोजेक्ट
        परियोजना|परियोजनाऐं|项目经历|项目经验|项目|个人项目|项目实践|主要项目|項目經驗|开源项目|progetti""",
    "certificates": """
        training courses|workshops|cursos e formações|atividades complementares
        certifications|certificates|licenses|licenses and certifications|licenses & certifications|certification
        professional certifications|training|courses|professional development|trainings
        training and certifications
        certifications and training|licences|certifications and licenses|certificates and courses|licensure
        credentials
        continuing education|courses and certificates|relevant coursework|coursework|courses and certifications
        certifications & training|professional training|training & certifications
        certificaciones|certificados|cursos|formación complementaria|licencias y certificaciones
        cursos y certificados
        cursos y certificaciones|otros cursos|capacitación|certifications et licences|certificats
        formations complémentaires
        certifications et formations|licences et certifications|habilitations|formation continue|zertifikate
        zertifizierungen
        weiterbildung|weiterbildungen|fortbildungen|lehrgänge|bescheinigungen|bescheinigungen und zertifikate
        fortbildung
        weiterbildung und zertifikate|lizenzen und zertifizierungen|kurse|führerschein
        qualificações e cursos|cursos e qualificações|cursos e treinamentos|cursos extracurriculares
        certificações|cursos e certificações|cursos complementares|licenças e certificações|certificado|licenças
        formação complementar|aperfeiçoamento|प्रमाणपत्र|प्रमाण पत्र|प्रमाणन|प्रशिक्षण|लाइसेंस और प्रमाणपत्र
        पाठ्यक्रम
        证书|资格证书|职业资格|认证|培训经历|资质证书|获得证书|證書|证书与培训|培训|证书及资质|资格认证|corsi|certificazioni""",
    "languages": """
        languages|language skills|languages spoken|spoken languages|language|language proficiency
        foreign languages
        human languages|idiomas|lenguas|idioma|conocimiento de idiomas|competencias lingüísticas
        lenguajes hablados
        langues|langue|langues étrangères|compétences linguistiques|langues parlées|sprachen|sprachkenntnisse
        fremdsprachen|sprache|línguas|competências linguísticas|idiomas falados|भाषाएँ|भाषाएं|भाषा|भाषा ज्ञान
        भाषा कौशल
        भाषा दक्षता|भाषाऐं|语言|语言能力|语言技能|外语|外语水平|語言能力|语言水平|lingue""",
    "awards": """
        awards|honors|honors and awards|awards and honors|achievements|accomplishments|honours|recognition
        distinctions
        awards & honors|honors & awards|awards and achievements|key achievements|awards and recognition
        scholarships
        fellowships|prizes|honors/awards|grants|honors awards|awards & achievements|scholarships and awards
        medals
        premios|logros|reconocimientos|premios y reconocimientos|distinciones|becas|prix|distinctions et prix
        récompenses|prix et distinctions|bourses|auszeichnungen|preise|ehrungen|erfolge|stipendien
        auszeichnungen und preise|preise und auszeichnungen|ehrungen und auszeichnungen|prêmios|conquistas
        reconhecimentos|honrarias|distinções|prémios|पुरस्कार|उपलब्धियाँ|सम्मान|उपलब्धियां|पुरस्कार और सम्मान
        获奖经历|荣誉|奖项|获奖情况|荣誉奖项|所获荣誉|獲獎經歷|荣誉与奖项|荣誉奖励|奖励|premi""",
    "volunteer": """
        volunteer|volunteering|volunteer experience|volunteer work|community service|community involvement
        civic activities
        community|volunteer activities|voluntary work|voluntary experience|extracurricular activities|activities
        extracurricular|leadership|leadership and activities|involvement|on campus involvement
        campus involvement|service
        social engagement|extra-curricular activities|extra curricular activities|extra curricular|extra-curricular|co-curricular activities|clubs and activities|leadership & activities
        activities and leadership
        expériences associatives|expérience associative|expérience bénévole|expériences bénévoles|volunteer experiences
        volunteering experience|voluntariado|actividades extracurriculares|experiencia de voluntariado
        trabajo voluntario|bénévolat
        engagements
        engagement associatif|activités extra-professionnelles|vie associative|expérience de bénévolat
        volontariat
        activités bénévoles|ehrenamt|ehrenamtliches engagement|ehrenamtliche tätigkeit|engagement
        ehrenamtliche tätigkeiten
        soziales engagement|ehrenamtliche arbeit|voluntariado e atividades|trabalho voluntário
        atividades extracurriculares
        experiência de voluntariado|स्वयंसेवा|स्वयंसेवी कार्य|सामाजिक कार्य|स्वयंसेवी अनुभव|स्वैच्छिक कार्य
        志愿者经历|志愿服务
        社会实践|校园经历|志愿活动|志愿经历|在校经历|社团经历|学生工作|志愿者|课外活动|volontariato""",
    "publications": """
        invited talks|selected talks|peer-reviewed publications|journal articles
        publications|selected publications|papers|research|articles|presentations|talks|patents|writing
        research interests
        publications and presentations|books|speaking|conference presentations|publications & presentations
        writings
        conferences|publicaciones|ponencias|artículos|publicaciones y ponencias|publications et conférences
        brevets|articles et
        conférences|veröffentlichungen|publikationen|vorträge|patente|publicações|artigos|palestras|प्रकाशन
        शोध पत्र
        发表论文|论文|出版物|科研成果|学术成果|发表文章|专利|出版作品|著作|pubblicazioni""",
    "interests": """
        interests|hobbies|hobbies and interests|interests and hobbies|personal interests|hobbies & interests
        pastimes
        reading|intereses|aficiones|pasatiempos|intereses personales|aficiones e intereses|hobbies e intereses
        centres d'intérêt|centres d'intérêts|loisirs|intérêts|passions|centre d'intérêt|interessen|hobbys
        freizeit
        interessen und hobbys|hobbies und interessen|persönliche interessen|hobbys und interessen|interesses
        interesses pessoais|passatempos|hobbies e interesses|रुचियाँ|शौक|रुचियां|अभिरुचि|रुचि|रुचियाँ और शौक
        兴趣爱好|爱好|兴趣|个人爱好|興趣愛好|兴趣与爱好|interessi""",
    "references": """
        references|referees|recommendations|testimonials|reference|professional references|referencias
        recomendaciones
        referencias personales|références|recommandations|referenzen|empfehlungen|referências|recomendações
        संदर्भ|सन्दर्भ|संदर्भ व्यक्ति|证明人|推荐人|推薦人|推荐信|推荐|referenze""",
    "other": """
        additional information|miscellaneous|other|additional|memberships|affiliations|professional affiliations
        professional memberships|associations|military service|declaration|availability|work authorization
        travel
        visa|military|memberships and affiliations|other information|security clearance|additional details
        photo|signature
        otros datos|información adicional|otros|datos de interés|otros datos de interés|afiliaciones|divers
        autres
        informations complémentaires|autre|permis|sonstiges|weitere angaben|mitgliedschaften
        zusatzinformationen|weiteres
        outros|informações adicionais|informações complementares|outras informações|अन्य|घोषणा
        अतिरिक्त जानकारी|अन्य जानकारी
        其他|其他信息|附加信息|备注|其它""",
}

ALONE = {
    "practice": "work", "appointments": "work", "presentation": "publications", "bibliography": "publications",
    "lectures": "publications",
}  # fmt: skip
"""Words that title a section when nothing stands beside them, and say little inside a longer line."""

BANNERS = """
    resume|résumé|curriculum vitae|cv|curriculum|lebenslauf|currículum|currículum vitae|currículo|hoja de vida
    बायोडाटा
    बायोडेटा|जीवन वृत्त|रिज़्यूमे|个人简历|简历|履歷|求职简历|個人簡歷|bio data|biodata|europass|personal resume
    curriculum vitæ
    europass curriculum vitae|europass-lebenslauf|tabellarischer lebenslauf|résumé professionnel cv"""
"""Words that title the whole paper; they are no name and no section."""
