package dev.avow.detector.terms;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * Names of active substances.
 *
 * <p>They are international non-proprietary names, which the World Health Organization publishes as
 * public property (resolution WHA3.11); that a substance has its name is a fact. A few are generic
 * names of other registers (acetaminophen, aspirin). Names that everyday language has too, such as
 * those of vitamins, metals, sugars and alcohol, and substances that people mostly meet elsewhere
 * (caffeine, nicotine, adrenaline), are left out.
 *
 * <p>Listed in English; how French, German and Spanish end them follows from the ending, and what
 * does not is listed as well.
 */
final class MedicationNames {

    private static final String ENGLISH =
            """
            abacavir abatacept abciximab abemaciclib abiraterone acarbose acenocoumarol
            acetaminophen acetazolamide aciclovir acyclovir adalimumab afatinib aflibercept
            agomelatine albuterol alemtuzumab alendronate alfuzosin alirocumab allopurinol
            almotriptan alprazolam alteplase amantadine ambrisentan amikacin amiloride amiodarone
            amisulpride amitriptyline amlodipine amoxicillin amphotericin ampicillin anakinra
            anastrozole apalutamide apixaban apremilast aripiprazole aspirin atazanavir atenolol
            atezolizumab atomoxetine atorvastatin azathioprine azithromycin aztreonam baclofen
            baricitinib beclometasone bedaquiline belimumab bempedoate benazepril benralizumab
            betahistine betamethasone bevacizumab bezafibrate bicalutamide bictegravir bimatoprost
            bisacodyl bisoprolol bleomycin bortezomib bosentan bosutinib brexpiprazole brimonidine
            brivaracetam bromazepam bromocriptine budesonide bumetanide bupivacaine buprenorphine
            bupropion buspirone cabergoline cabozantinib canagliflozin candesartan capecitabine
            captopril carbamazepine carbidopa carbimazole carboplatin carfilzomib cariprazine
            carvedilol caspofungin cefaclor cefadroxil cefalexin cefazolin cefepime cefixime
            cefotaxime cefpodoxime ceftazidime ceftriaxone cefuroxime celecoxib cephalexin
            certolizumab cetirizine cetuximab chlorambucil chlordiazepoxide chlorpromazine
            chlortalidone ciclosporin cinacalcet ciprofloxacin cisplatin citalopram cladribine
            clarithromycin clindamycin clobazam clobetasol clomipramine clonazepam clonidine
            clopidogrel clotrimazole clozapine cobicistat codeine colchicine colistin cyclosporine
            cyclophosphamide cyproterone cytarabine dabigatran dabrafenib dacarbazine dalteparin
            dapagliflozin dapsone daptomycin daratumumab darbepoetin darifenacin darunavir
            dasatinib daunorubicin deferasirox degarelix denosumab desloratadine desmopressin
            desogestrel desvenlafaxine dexamethasone dexmedetomidine diazepam diclofenac
            dienogest digoxin diltiazem diphenhydramine dipyridamole disulfiram docetaxel
            dolutegravir domperidone donepezil dorzolamide doxazosin doxorubicin doxycycline
            dronedarone drospirenone dulaglutide duloxetine dupilumab dutasteride ebastine
            eculizumab edoxaban efavirenz eletriptan empagliflozin emtricitabine enalapril
            enoxaparin entacapone entecavir enzalutamide epinephrine epirubicin eplerenone
            epoetin erenumab eribulin erlotinib ertapenem ertugliflozin erythromycin escitalopram
            esketamine esomeprazole estradiol eszopiclone etanercept ethambutol etonogestrel
            etoposide etoricoxib everolimus evolocumab exemestane exenatide ezetimibe famciclovir
            famotidine febuxostat felodipine fenofibrate fentanyl fesoterodine fexofenadine
            fidaxomicin filgrastim finasteride finerenone fingolimod flecainide fluconazole
            fludarabine flunitrazepam fluorouracil fluoxetine flupentixol flutamide fluticasone
            fluvastatin fluvoxamine fondaparinux formoterol fosfomycin fosinopril fremanezumab
            fulvestrant furosemide gabapentin galantamine ganciclovir gefitinib gemcitabine
            gemfibrozil gentamicin glatiramer glibenclamide gliclazide glimepiride glipizide
            glyburide golimumab goserelin granisetron guselkumab haloperidol heparin
            hydrochlorothiazide hydrocodone hydrocortisone hydromorphone hydroxychloroquine
            hydroxyzine ibandronate ibrutinib ibuprofen idarubicin ifosfamide imatinib imipenem
            imipramine imiquimod indapamide indometacin infliximab insulin ipilimumab ipratropium
            irbesartan irinotecan isoniazid isotretinoin itraconazole ivabradine ivacaftor
            ivermectin ixekizumab ketoconazole ketoprofen ketorolac labetalol lacosamide lamivudine
            lamotrigine lanreotide lansoprazole lapatinib latanoprost leflunomide lenalidomide
            lenvatinib lercanidipine letrozole leuprorelin levetiracetam levocetirizine levodopa
            levofloxacin levomepromazine levonorgestrel levothyroxine lidocaine linagliptin
            linezolid liraglutide lisdexamfetamine lisinopril lixisenatide loperamide lopinavir
            loratadine lorazepam losartan lovastatin lurasidone macitentan maraviroc mebendazole
            mebeverine meloxicam melphalan memantine mepolizumab mercaptopurine meropenem
            mesalazine metamizole metformin methadone methimazole methocarbamol methotrexate
            methyldopa methylphenidate methylprednisolone metoclopramide metoprolol metronidazole
            mianserin micafungin midazolam mifepristone minocycline minoxidil mirabegron
            mirtazapine misoprostol mitoxantrone modafinil mometasone montelukast morphine
            moxifloxacin moxonidine mycophenolate nadolol naloxone naltrexone naproxen naratriptan
            natalizumab nebivolol nevirapine nifedipine nilotinib nimodipine nintedanib nirsevimab
            nitrazepam nitrofurantoin nivolumab norfloxacin nortriptyline nystatin ocrelizumab
            octreotide ofatumumab ofloxacin olanzapine olaparib olmesartan omalizumab omeprazole
            ondansetron orlistat oseltamivir osimertinib oxaliplatin oxazepam oxcarbazepine
            oxybutynin oxycodone paclitaxel palbociclib paliperidone pantoprazole paracetamol
            paroxetine pazopanib peginterferon pembrolizumab pemetrexed perindopril pertuzumab
            phenobarbital phenytoin pioglitazone piperacillin pirfenidone piroxicam pomalidomide
            posaconazole pramipexole prasugrel pravastatin praziquantel prednisolone prednisone
            pregabalin primaquine probenecid prochlorperazine progesterone promethazine propofol
            propranolol propylthiouracil pyrazinamide pyridostigmine quetiapine quinapril
            rabeprazole raloxifene raltegravir ramipril ranibizumab ranitidine ranolazine
            rasagiline regorafenib remdesivir repaglinide reslizumab ribavirin ribociclib rifampicin
            rifaximin rilpivirine riluzole rimegepant risankizumab risedronate risperidone
            ritonavir rituximab rivaroxaban rivastigmine rizatriptan roflumilast romosozumab
            ropinirole rosuvastatin rotigotine rufinamide ruxolitinib sacubitril salbutamol
            salmeterol sarilumab saxagliptin secukinumab selegiline selexipag semaglutide
            sertraline sevelamer sildenafil simvastatin siponimod sirolimus sitagliptin sofosbuvir
            solifenacin sorafenib sotalol spironolactone stiripentol streptomycin sulfadiazine
            sulfamethoxazole sulfasalazine sulpiride sumatriptan sunitinib suvorexant tacrolimus
            tadalafil tamoxifen tamsulosin tapentadol telmisartan temazepam temozolomide tenecteplase
            tenofovir terazosin terbinafine terbutaline teriflunomide teriparatide tetrabenazine
            thalidomide theophylline ticagrelor tigecycline timolol tinzaparin tiotropium
            tirzepatide tizanidine tobramycin tocilizumab tofacitinib tolterodine tolvaptan
            topiramate torasemide trabectedin tramadol trametinib tranexamic trastuzumab trazodone
            treprostinil triamcinolone triazolam trimethoprim triptorelin ulipristal upadacitinib
            ursodeoxycholic ustekinumab valaciclovir valganciclovir valproate valsartan vancomycin
            vardenafil varenicline vedolizumab vemurafenib venetoclax venlafaxine verapamil
            vericiguat vigabatrin vilanterol vinblastine vincristine vinorelbine voriconazole
            vortioxetine warfarin zidovudine zoledronic zolmitriptan zolpidem zonisamide zopiclone
            """;

    /** What other languages write otherwise than by another ending. */
    private static final String OTHERS =
            """
            metotrexato methotrexat morfina levotiroxina levothyroxin hidrocortisona
            hidroclorotiazida hydrochlorothiazid hidroxicloroquina ciclofosfamida cyclophosphamid
            ciclosporina cyclosporin ciclosporin acetylsalicylsaure acetilsalicilico
            acetylsalicylique acetylsalicylic fenitoina phenytoine fenobarbital teofilina
            theophyllin metilprednisolona metilfenidato methylphenidat azitromicina claritromicina
            eritromicina doxiciclina aciclovir rifampicina valproinsaure valproique valproico
            valproat etinilestradiol ethinylestradiol oxicodona hidromorfona hydromorphon metadona
            dexametasona betametasona triamcinolona amfotericina tramadol metamizol dipirona
            noramidopyrine phloroglucinol alendronsaure alendronico zoledronsaure zoledronico
            ibandronsaure insuline insulina heparine heparina mycophenolat micofenolato
            fenofibrat fenofibrato clopidogrel acenocumarol acenocoumarol phenprocoumon warfarina
            warfarine estreptomicina trimetoprima sulfametoxazol quetiapina olanzapina venlafaxina
            """;

    private MedicationNames() {}

    /** All of them, in lower case without accents. */
    static Set<String> all() {
        Set<String> names = new HashSet<>(Arrays.asList(OTHERS.strip().split("\\s+", -1)));
        for (String name : ENGLISH.strip().split("\\s+", -1)) {
            names.add(name);
            addEndings(name, names);
        }
        return names;
    }

    /** Metformin, metformine, metformina; prednisone, Prednison, prednisona. */
    private static void addEndings(String name, Set<String> names) {
        String stem = name.substring(0, name.length() - 1);
        if (name.endsWith("e")) {
            names.add(stem);
            names.add(stem + (name.endsWith("ate") || name.endsWith("ene") ? "o" : "a"));
        } else if (name.endsWith("in")) {
            names.add(name + "e");
            names.add(name + "a");
            names.add(name.replace("illin", "ilin") + "a");
        } else if (name.endsWith("en")) {
            names.add(name + "e");
            names.add(name + "o");
        }
    }
}
