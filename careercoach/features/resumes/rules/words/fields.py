"""Subjects that people study: a text of nothing else is no school."""

FIELD_WORDS = """
    accounting actuarial administration aerospace agriculture agribusiness anthropology applied archaeology
    architecture art arts astronomy audit auditing automation automotive banking biochemistry bioinformatics biology
    biomedical biotechnology botany business chemical chemistry cinema civil commerce communication communications
    computer computing construction cooking criminology culinary cybersecurity data dentistry design development
    digital early childhood ecology economics education electrical electronic electronics energy engineering english
    entrepreneurship environmental film finance financial fine food french general genetics geography geology german
    graphic health history hospitality hotel human humanities industrial informatics information interior
    international journalism kinesiology languages law linguistics literature logistics machine learning management
    manufacturing maritime marketing materials mathematics maths mechanical mechatronics media medicine medical
    microbiology modern molecular music neuroscience nursing nutrition operations optics organizational performing
    pharmacy philosophy photography physical physics physiology political politics primary production psychology
    public quantum radiology relations religion research resources robotics science sciences secondary security social
    sociology software spanish special sports statistics strategic studies supply chain surgery sustainability
    sustainable systems technology telecommunications theatre theology therapy tourism translation urban veterinary
    visual web welding zoology and of in the with
    administración biología ciencias comercio comunicación contabilidad derecho diseño economía educación empresas
    enfermería filología filosofía física historia informática ingeniería internacional industrial magisterio
    matemáticas mecánica medicina negocios periodismo psicología química sistemas sociología turismo
    architecture audit comptabilité commerce communication contrôle droit économie gestion histoire
    informatique ingénierie langues lettres mathématiques médecine mécanique philosophie physique psychologie
    ressources humaines sciences publique
    architektur bauingenieurwesen betriebswirtschaft betriebswirtschaftslehre biologie bwl chemie elektrotechnik
    germanistik geschichte informatik jura lebensmittelchemie maschinenbau mathematik medizin physik psychologie
    rechtswissenschaft soziologie volkswirtschaft volkswirtschaftslehre wirtschaftsinformatik wirtschaftsingenieurwesen
    administração arquitetura ciência ciências computação contabilidade direito economia enfermagem engenharia
    jornalismo letras pedagogia produção
    de del des da do y e et und en la le l'art
"""

SCHOOL_NAMES = """
    carleton|macalester|bowdoin|goldsmiths|caltech|notre dame|johns hopkins|duke|brown|rutgers|vanderbilt|tulane|emory
    swarthmore|williams college|amherst|wellesley|vassar|oberlin|pomona|harvey mudd|claremont mckenna|tufts|juilliard
    rice|penn|upenn|uconn|umass|uic|uiuc|usc|nyu|asu|lsu|byu|ndsu|uta|unc|uva|gwu|smu|tcu|wpi|rit|rpi|njit|cmu
    carnegie mellon|uc davis|uc irvine|uc san diego|uc santa barbara|san diego state|penn state|ohio state|iowa state
    michigan state|kansas state|oregon state|arizona state|florida state|colorado state|wharton|kellogg|sloan|stern
    haas|booth|tuck|virginia tech|georgia tech|texas tech|risd|scad|parsons|pratt|calarts|central saint martins|rada
    mcgill|concordia|queen's|mcmaster|york|ubc|ualberta|dalhousie|st andrews|king's college london|warwick|durham
    sciences po|audencia|edhec|essec|escp|kedge|neoma|skema|emlyon|ensam|enpc|supélec|centralesupélec|mines paristech
    télécom paris|epita|epitech|42 paris|isep|utc|sorbonne|dauphine|hec paris|hec montréal|inp-hb|esg|inseec
    tu delft|tu berlin|tu münchen|tum|rwth|rwth aachen|kit|lmu|lmu münchen|hu berlin|fu berlin|whu|hpi|ethz|uzh|hsg
    ku leuven|kuleuven|uva amsterdam|rug|kth|chalmers|dtu|ntnu|uio|uit|aalto|cbs|sse|bocconi|politecnico|la sapienza
    itesm|tec de monterrey|itam|unal|uniandes|uba|utn|usach|puc-rio|pucrs|pucpr|puc minas|fgv|usp|ufmg|ufpr|ufsc|unb
    insper|feup|iscte|fct|uam|ucm|upm|upc|upv|upf|uab|icade|icai|comillas|deusto
    nus|ntu|smu|kaist|postech|snu|hkust|hku|todai|waseda|keio|tsinghua|fudan|iim|iisc|isb|xlri|bits pilani|vit|srm|jnu
    bhu|amu|nift|nid|lums|nust|lpu|manipal|aiims|general assembly|le wagon|ironhack|lambda school|app academy
    hack reactor|flatiron|openclassrooms|khan academy|bpp|open university"""
"""Schools that go by a name without a word for school, as a whole text or before a comma or town."""
SHORT_KINDS = (
    "ut",
    "ui",
    "um",
    "tu",
    "th",
    "fh",
    "htw",
    "haw",
    "uc",
    "iit",
    "iim",
    "iiit",
    "nit",
    "suny",
    "cuny",
    "ies",
    "ens",
    "smk",
    "sma",
    "lfg",
)
"""Kinds of school that stand as letters before the name of a town."""
