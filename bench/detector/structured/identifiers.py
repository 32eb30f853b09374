"""National identifiers: what each looks like, whose check it has, and what people call it.

Values are drawn by a pattern until python-stdnum calls them valid, which is another hand's reading
of each specification; where that reading is laxer than the authority (districts of American banks,
South African citizenship), the patterns hold what is issued. A pattern holds # for a digit, @ for a capital and words in braces for dates
({y4}{y}{m}{d}); everything else stands for itself.
"""

import importlib
import re
from dataclasses import dataclass

PART = re.compile(r"\{(y4|y|m|d)}|[#@]")
CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
MOST_TRIES = 3_000_000


@dataclass(frozen=True)
class Identifier:
    """One kind; called is its names where it is used, the first also its English one."""

    type: str
    module: str
    patterns: tuple
    language: str
    called: tuple

    def draw(self, random):
        """A valid number, written together or, every second time, as its country writes it."""
        module = importlib.import_module("stdnum." + self.module)
        for _ in range(MOST_TRIES):
            number = filled(random.choice(self.patterns), random)
            if module.is_valid(number):
                written = getattr(module, "format", None)
                return written(number) if written and random.random() < 0.5 else number
        raise ValueError("no valid number of " + self.type)


def filled(pattern, random):
    year = random.randrange(1930, 2007)
    parts = {"y4": f"{year:04}", "y": f"{year % 100:02}", "m": f"{random.randrange(1, 13):02}",
             "d": f"{random.randrange(1, 29):02}"}

    def one(part):
        if part[1]:
            return parts[part[1]]
        return random.choice(CAPITALS) if part[0] == "@" else str(random.randrange(10))

    return PART.sub(one, pattern)


def of(type, module, patterns, language, *called):
    return Identifier(type, module, tuple(patterns.split()), language, called)


ALL = (
    of("ar_cuit", "ar.cuit", "20######### 27#########", "es", "CUIT", "CUIL"),
    of("at_svnr", "at.vnr", "####{d}{m}{y}", "de", "Sozialversicherungsnummer", "SVNR"),
    of("au_abn", "au.abn", "###########", "en", "ABN", "Australian Business Number"),
    of("au_acn", "au.acn", "#########", "en", "ACN", "Australian Company Number"),
    of("au_tfn", "au.tfn", "#########", "en", "tax file number", "TFN"),
    of("be_national_number", "be.nn", "{y}{m}{d}#####", "nl", "rijksregisternummer", "NISS"),
    of("bg_egn", "bg.egn", "{y}{m}{d}####", "en", "EGN", "ЕГН"),
    of("br_cnpj", "br.cnpj", "########0001##", "pt", "CNPJ"),
    of("br_cpf", "br.cpf", "###########", "pt", "CPF"),
    of("ca_sin", "ca.sin", "#########", "en", "social insurance number", "SIN"),
    of("ch_ahv", "ch.ssn", "756##########", "de", "AHV-Nummer", "numéro AVS"),
    of("cl_rut", "cl.rut", "1######## 1#######K 9########", "es", "RUT"),
    of("cn_resident_id", "cn.ric", "110101{y4}{m}{d}#### 31010{y4}{m}{d}####", "en",
       "resident identity card", "居民身份证"),
    of("co_nit", "co.nit", "8######### 9#########", "es", "NIT"),
    of("cz_sk_birth_number", "cz.rc", "{y}{m}{d}####", "en", "rodné číslo", "Czech birth number"),
    of("de_tax_id", "de.idnr", "###########", "de", "Steuer-ID", "Steueridentifikationsnummer"),
    of("dk_cpr", "dk.cpr", "{d}{m}{y}####", "en", "CPR-nummer", "CPR number"),
    of("ee_personal_code", "ee.ik", "3{y}{m}{d}#### 4{y}{m}{d}####", "en", "isikukood",
       "Estonian personal code"),
    of("es_cif", "es.cif", "B######## A########", "es", "CIF"),
    of("es_nie", "es.nie", "X#######@ Y#######@", "es", "NIE"),
    of("es_nif", "es.dni", "########@", "es", "DNI", "NIF"),
    of("fi_hetu", "fi.hetu", "{d}{m}{y}-###@ {d}{m}{y}-####", "en", "henkilötunnus",
       "Finnish personal identity code"),
    of("fr_nir", "fr.nir", "1{y}{m}########## 2{y}{m}##########", "fr",
       "numéro de sécurité sociale", "NIR"),
    of("fr_siren", "fr.siren", "#########", "fr", "SIREN"),
    of("fr_siret", "fr.siret", "#########000##", "fr", "SIRET"),
    of("gr_amka", "gr.amka", "{d}{m}{y}#####", "en", "AMKA", "ΑΜΚΑ"),
    of("gr_afm", "gr.vat", "#########", "en", "AFM", "ΑΦΜ"),
    of("hr_oib", "hr.oib", "###########", "en", "OIB"),
    of("ie_pps", "ie.pps", "#######@ #######@A", "en", "PPS number", "PPSN"),
    of("il_teudat_zehut", "il.idnr", "#########", "en", "Teudat Zehut", "Israeli ID number"),
    of("in_aadhaar", "in_.aadhaar", "############", "en", "Aadhaar", "Aadhaar number"),
    of("in_gstin", "in_.gstin", "27@@@P@####@1Z# 09@@@C@####@1Z@", "en", "GSTIN"),
    of("in_pan", "in_.pan", "@@@P@####@", "en", "PAN", "PAN card"),
    of("in_voter_id", "in_.epic", "@@@#######", "en", "voter ID", "EPIC number"),
    of("it_codice_fiscale", "it.codicefiscale", "RSS@@@{y}@{d}H501@ BNC@@@{y}@{d}F205@", "it",
       "codice fiscale"),
    of("it_partita_iva", "it.iva", "0##########", "it", "partita IVA", "P.IVA"),
    of("kr_rrn", "kr.rrn", "{y}{m}{d}1###### {y}{m}{d}2######", "en",
       "resident registration number", "주민등록번호"),
    of("lt_personal_code", "lt.asmens", "3{y}{m}{d}#### 4{y}{m}{d}####", "en", "asmens kodas",
       "Lithuanian personal code"),
    of("mx_curp", "mx.curp", "@@@@{y}{m}{d}HDF@@@0# @@@@{y}{m}{d}MJC@@@0#", "es", "CURP"),
    of("mx_rfc", "mx.rfc", "@@@@{y}{m}{d}@@#", "es", "RFC"),
    of("nl_bsn", "nl.bsn", "#########", "nl", "BSN", "burgerservicenummer"),
    of("no_fodselsnummer", "no.fodselsnummer", "{d}{m}{y}#####", "en", "fødselsnummer",
       "Norwegian national identity number"),
    of("nz_ird", "nz.ird", "########## #########", "en", "IRD number", "IRD"),
    of("pe_ruc", "pe.ruc", "10######### 20#########", "es", "RUC"),
    of("pl_nip", "pl.nip", "5######### 7#########", "pl", "NIP"),
    of("pl_pesel", "pl.pesel", "{y}{m}{d}#####", "pl", "PESEL"),
    of("pl_regon", "pl.regon", "#########", "pl", "REGON"),
    of("pt_nif", "pt.nif", "2########", "pt", "NIF", "contribuinte"),
    of("ro_cnp", "ro.cnp", "1{y}{m}{d}12#### 2{y}{m}{d}40####", "en", "CNP",
       "cod numeric personal"),
    of("se_personnummer", "se.personnummer", "{y}{m}{d}-####", "en", "personnummer",
       "Swedish personal number"),
    of("si_emso", "si.emso", "{d}{m}9##50####", "en", "EMŠO", "EMSO"),
    of("th_national_id", "th.pin", "#############", "en", "Thai national ID", "บัตรประชาชน"),
    of("tr_kimlik", "tr.tckimlik", "###########", "en", "TC kimlik no", "T.C. Kimlik No"),
    of("uk_nhs", "gb.nhs", "4######### 6######### 7#########", "en", "NHS number", "NHS no."),
    of("uk_utr", "gb.utr", "##########", "en", "UTR", "Unique Taxpayer Reference"),
    of("us_aba_routing", "us.rtn", "01####### 02####### 11####### 31#######", "en", "routing number", "ABA"),
    of("us_itin", "us.itin", "9##7##### 9##8#####", "en", "ITIN",
       "individual taxpayer identification number"),
    of("us_ssn", "us.ssn", "#########", "en", "Social Security number", "SSN"),
    of("ve_rif", "ve.rif", "V######### J#########", "es", "RIF"),
    of("za_id", "za.idnr", "{y}{m}{d}####08# {y}{m}{d}####18#", "en", "South African ID number", "SA ID"),
    of("imei", "imei", "35#############", "en", "IMEI"),
)
