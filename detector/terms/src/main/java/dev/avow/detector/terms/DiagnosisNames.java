package dev.avow.detector.terms;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Names of diseases and disorders in English, French, German and Spanish, written down for this
 * purpose; that a disease has its name is a fact. Words that everyday language uses otherwise
 * (cold, stroke, depression, gout, tumour of a plant) stand only within longer names.
 */
final class DiagnosisNames {

    private static final String ENGLISH =
            """
            acute myeloid leukemia, adhd, addisons disease, alcohol dependence, alopecia areata,
            alzheimer, alzheimers, amyotrophic lateral sclerosis, anaemia, anemia, angina pectoris,
            ankylosing spondylitis, anorexia nervosa, anxiety disorder, aortic stenosis,
            appendicitis, arrhythmia, arteriosclerosis, arthritis, asperger syndrome, asthma,
            atherosclerosis, atopic dermatitis, atrial fibrillation, attention deficit, autism,
            autism spectrum disorder, bacterial meningitis, basal cell carcinoma, bipolar disorder,
            bladder cancer, borderline personality disorder, brain tumor, brain tumour,
            breast cancer, bronchiolitis, bronchitis, bulimia, bulimia nervosa, carcinoma,
            carpal tunnel syndrome, celiac disease, coeliac disease, cerebral palsy,
            cervical cancer, chickenpox, chlamydia, cholecystitis, cholera,
            chronic kidney disease, chronic obstructive pulmonary disease, chronic fatigue syndrome,
            cirrhosis, clinical depression, colorectal cancer, colon cancer,
            congestive heart failure, conjunctivitis, copd, coronary artery disease,
            coronary heart disease, crohns disease, crohn s disease, cushings syndrome,
            cystic fibrosis, deep vein thrombosis, dementia, dengue, dermatitis, diabetes,
            diabetes mellitus, diabetic neuropathy, diabetic retinopathy, diphtheria,
            diverticulitis, down syndrome, down s syndrome, dyslipidemia, dyslipidaemia, eczema,
            emphysema, encephalitis, endocarditis, endometriosis, epilepsy, erectile dysfunction,
            fibromyalgia, gastritis, gastroenteritis, gastroesophageal reflux disease,
            generalized anxiety disorder, gestational diabetes, glaucoma, glioblastoma,
            glomerulonephritis, gonorrhea, gonorrhoea, graves disease, guillain barre syndrome,
            haemophilia, hemophilia, hashimotos thyroiditis, heart attack, heart failure,
            hepatitis, hepatitis a, hepatitis b, hepatitis c, hepatocellular carcinoma, herpes,
            herpes zoster, hiv, hodgkin lymphoma, hodgkins lymphoma, huntingtons disease,
            hypercholesterolemia, hyperlipidemia, hyperlipidaemia, hypertension, hyperthyroidism,
            hypoglycemia, hypothyroidism, influenza, interstitial cystitis,
            irritable bowel syndrome, ischemic heart disease, ischemic stroke, ischaemic stroke,
            haemorrhagic stroke, hemorrhagic stroke, kidney failure, kidney stones, leprosy,
            leukaemia, leukemia, liver cirrhosis, lung cancer, lupus erythematosus, lyme disease,
            lymphoma, macular degeneration, major depression, major depressive disorder, malaria,
            measles, melanoma, meningitis, migraine, migraines, mononucleosis, multiple myeloma,
            multiple sclerosis, muscular dystrophy, myasthenia gravis, myocardial infarction,
            myocarditis, narcolepsy, nephrotic syndrome, neuroblastoma, non hodgkin lymphoma,
            obsessive compulsive disorder, osteoarthritis, osteomyelitis, osteoporosis,
            ovarian cancer, pancreatic cancer, pancreatitis, panic disorder, paranoid schizophrenia,
            parkinsons disease, parkinson s disease, pelvic inflammatory disease, pericarditis,
            peripheral artery disease, peritonitis, pneumonia, pneumothorax, poliomyelitis,
            polycystic ovary syndrome, postpartum depression, postnatal depression,
            post traumatic stress disorder, posttraumatic stress disorder, preeclampsia,
            prostate cancer, prostatitis, psoriasis, psoriatic arthritis, psychosis, ptsd,
            pulmonary embolism, pulmonary fibrosis, pyelonephritis, renal failure,
            restless legs syndrome, retinal detachment, rheumatoid arthritis, rosacea, rubella,
            sarcoidosis, sarcoma, schizophrenia, sciatica, scoliosis, sepsis, shingles,
            sickle cell anemia, sickle cell disease, sinusitis, sjogrens syndrome, skin cancer,
            sleep apnea, sleep apnoea, spina bifida, squamous cell carcinoma, stomach cancer,
            substance use disorder, suicidal ideation, syphilis, testicular cancer, thalassemia,
            thrombocytopenia, thrombosis, thyroid cancer, tonsillitis, tourette syndrome,
            transient ischemic attack, tuberculosis, type 1 diabetes, type 2 diabetes,
            ulcerative colitis, urinary tract infection, urticaria, vitiligo, whooping cough,
            type 1 diabetes mellitus, type 2 diabetes mellitus, diabetes mellitus type 1,
            diabetes mellitus type 2, diabetes mellitus typ 1, diabetes mellitus typ 2,
            addison s disease, alzheimer s disease, cushing s syndrome, graves disease,
            hashimoto s thyroiditis, hodgkin s lymphoma, huntington s disease, sjogren s syndrome
            """;

    private static final String FRENCH =
            """
            accident vasculaire cerebral, alcoolisme, anemie, angine de poitrine, anorexie mentale,
            apnee du sommeil, appendicite, arthrite, arthrose, asthme, autisme, boulimie,
            bronchite, bronchiolite, broncho pneumopathie chronique obstructive, bpco,
            cancer du sein, cancer du poumon, cancer de la prostate, cancer du colon,
            cancer colorectal, cancer de l ovaire, cancer du pancreas, cancer de la peau,
            carcinome, cirrhose, coqueluche, coxarthrose, demence, dermatite atopique,
            depression post partum, depression severe, depression majeure, diabete, diabete de type 1,
            diabete de type 2, diabete gestationnel, drepanocytose, eczema, embolie pulmonaire,
            endocardite, endometriose, epilepsie, episode depressif, fibrillation auriculaire,
            fibromyalgie, gastrite, gastro enterite, glaucome, gonorrhee, hemophilie, hepatite,
            hepatite b, hepatite c, hypercholesterolemie, hypertension arterielle, hyperthyroidie,
            hypothyroidie, infarctus, infarctus du myocarde, infection urinaire,
            insuffisance cardiaque, insuffisance renale, leucemie, lombalgie, lymphome,
            lupus erythemateux, maladie coeliaque, maladie d alzheimer, maladie de crohn,
            maladie de lyme, maladie de parkinson, maladie de hodgkin, melanome, meningite,
            mucoviscidose, myelome, myocardite, nevrose, oreillons, osteoporose, pancreatite,
            paludisme, pericardite, phlebite, pneumonie, polyarthrite rhumatoide, preeclampsie,
            psychose, pyelonephrite, rectocolite hemorragique, rhumatisme, rougeole, rubeole,
            schizophrenie, sclerose en plaques, sclerose laterale amyotrophique, seropositif,
            seropositive, sida, sinusite, spondylarthrite, spondylarthrite ankylosante,
            stress post traumatique, syndrome de down, syndrome du canal carpien,
            syphilis, thrombopenie, thrombose, trisomie 21, trouble bipolaire, trouble anxieux,
            troubles bipolaires, trouble panique, tuberculose, tumeur cerebrale, ulcere gastrique,
            urticaire, varicelle, vih
            """;

    private static final String GERMAN =
            """
            alkoholabhangigkeit, anamie, angina pectoris, angststorung, aortenstenose, arthrose,
            asthma bronchiale, autismus, bandscheibenvorfall, bauchspeicheldrusenkrebs,
            bipolare storung, blasenkrebs, blinddarmentzundung, bluthochdruck, borderline storung,
            brustkrebs, bulimie, chronische niereninsuffizienz, colitis ulcerosa, darmkrebs, demenz,
            depressive episode, depressive storung, diabetes typ 1, diabetes typ 2,
            eierstockkrebs, ekzem, endometriose, epilepsie, essstorung, fibromyalgie, gallensteine,
            gebarmutterhalskrebs, gehirntumor, gehirnerschutterung, gelenkentzundung, gurtelrose,
            hautkrebs, hepatitis b, herzinfarkt, herzinsuffizienz, herzrhythmusstorungen,
            herzrhythmusstorung, hirnhautentzundung, hirntumor, hodenkrebs, hypertonie,
            hypothyreose, hyperthyreose, keuchhusten, knochenmarkentzundung,
            koronare herzkrankheit, leberkrebs, leberzirrhose, leukamie, lungenembolie,
            lungenentzundung, lungenkrebs, lymphom, magengeschwur, magenkrebs, magersucht,
            makuladegeneration, malaria, mandelentzundung, masern, melanom, migrane,
            mittelohrentzundung, morbus bechterew, morbus crohn, morbus parkinson, morbus basedow,
            mukoviszidose, multiple sklerose, myokarditis, nebenhohlenentzundung,
            neurodermitis, nierenversagen, niereninsuffizienz, nierensteine, osteoporose,
            panikstorung, parkinson krankheit, alzheimer krankheit, personlichkeitsstorung,
            pneumonie, posttraumatische belastungsstorung, prostatakrebs, psychose,
            rheumatoide arthritis, roteln, schilddrusenunterfunktion, schilddrusenuberfunktion,
            schilddrusenkrebs, schizophrenie, schlafapnoe, schlaganfall, schuppenflechte,
            schwangerschaftsdiabetes, tuberkulose, thrombose, vorhofflimmern, windpocken,
            zuckerkrankheit, zwangsstorung, zoliakie, zystische fibrose
            """;

    private static final String SPANISH =
            """
            accidente cerebrovascular, alcoholismo, anorexia nerviosa, apendicitis, apnea del sueno,
            arritmia, artritis, artritis reumatoide, artrosis, asma, autismo, bronquitis, bulimia,
            cancer de mama, cancer de pulmon, cancer de prostata, cancer de colon,
            cancer colorrectal, cancer de ovario, cancer de pancreas, cancer de piel,
            carcinoma, cirrosis, cirrosis hepatica, colitis ulcerosa, demencia, depresion mayor,
            depresion posparto, dermatitis atopica, diabetes tipo 1, diabetes tipo 2,
            diabetes gestacional, embolia pulmonar, enfermedad celiaca, enfermedad de alzheimer,
            enfermedad de crohn, enfermedad de parkinson, enfermedad renal cronica,
            enfermedad pulmonar obstructiva cronica, endometriosis, epilepsia,
            esclerosis multiple, esclerosis lateral amiotrofica, espondilitis anquilosante,
            esquizofrenia, estres postraumatico, fibrilacion auricular, fibromialgia,
            fibrosis quistica, gastroenteritis, glaucoma, gonorrea, hemofilia, hepatitis,
            hipercolesterolemia, hipertension, hipertension arterial, hipertiroidismo,
            hipotiroidismo, infarto, infarto de miocardio, infeccion urinaria,
            insuficiencia cardiaca, insuficiencia renal, leucemia, linfoma, lupus eritematoso,
            melanoma, meningitis, migrana, mieloma multiple, miocarditis, neumonia, osteoporosis,
            paludismo, pancreatitis, parotiditis, preeclampsia, psicosis, psoriasis, rubeola,
            sarampion, seropositivo, seropositiva, sifilis, sindrome de down,
            sindrome del tunel carpiano, sinusitis, tos ferina, trastorno bipolar,
            trastorno de ansiedad, trastorno depresivo, trastorno de panico, trombosis,
            tuberculosis, tumor cerebral, ulcera gastrica, urticaria, varicela
            """;

    private DiagnosisNames() {}

    /** All of them, in lower case without accents, one blank between words. */
    static Set<String> all() {
        Set<String> names = new HashSet<>();
        for (String language : List.of(ENGLISH, FRENCH, GERMAN, SPANISH)) {
            for (String name : language.split(",", -1)) {
                names.add(name.strip().replaceAll("\\s+", " "));
            }
        }
        names.remove("");
        return names;
    }
}
