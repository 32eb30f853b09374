package dev.avow.detector.secrets;

import static dev.avow.detector.secrets.Alphabet.BASE62;
import static dev.avow.detector.secrets.Alphabet.BASE64;
import static dev.avow.detector.secrets.Alphabet.BEARER;
import static dev.avow.detector.secrets.Alphabet.DOTTED;
import static dev.avow.detector.secrets.Alphabet.HEX;
import static dev.avow.detector.secrets.Alphabet.URL;

import dev.avow.detector.api.FindingType;
import dev.avow.detector.engine.Recognizer;
import java.util.List;

/**
 * Keys of providers that have no type of their own, told by the prefix that the provider publishes.
 *
 * <p>Specification: each provider's documentation of its tokens; where it announces a length, that
 * one, otherwise what it hands out with room to grow.
 *
 * <p>Legal basis: whoever holds one acts as its owner; kept confidential under GDPR Article 32.
 *
 * <p>Fictitious example: {@code hf_ + 34 letters}.
 */
final class ApiKeys {

    static final FindingType TYPE = new FindingType("api_key", 2);

    private static final List<KeyPattern> PREFIXED =
            List.of(
                    // Avow's own
                    key("avow_", URL, 40, 64),
                    // Models
                    key("hf_", BASE62, 30, 40),
                    key("api_org_", BASE62, 30, 40),
                    key("hf_oauth_", DOTTED, 30, 400),
                    key("gsk_", BASE62, 40, 64),
                    key("xai-", BASE62, 60, 100),
                    key("r8_", BASE62, 30, 44),
                    key("pplx-", BASE62, 40, 60),
                    key("fw_", BASE62, 20, 40),
                    key("lsv2_pt_", URL, 40, 60),
                    key("lsv2_sk_", URL, 40, 60),
                    key("pcsk_", URL, 40, 90),
                    key("tvly-", URL, 28, 64),
                    key("nvapi-", URL, 50, 80),
                    key("AQ.", URL, 45, 60),
                    key("llx-", BASE62, 48, 48),
                    key("pa-", URL, 43, 43),
                    key("wandb_v1_", URL, 70, 90),
                    key("fc-", HEX, 32, 32),
                    // Packages
                    key("npm_", BASE62, 36, 36),
                    key("pypi-AgEI", URL, 50, 1000),
                    key("rubygems_", HEX, 48, 48),
                    key("dckr_pat_", URL, 24, 48),
                    key("dckr_oat_", URL, 24, 48),
                    // Mail and messages
                    key("SG.", DOTTED, 50, 80),
                    key("key-", HEX, 32, 32),
                    key("xkeysib-", URL, 70, 100),
                    key("xsmtpsib-", URL, 70, 100),
                    key("re_", URL, 24, 48),
                    // Shops and payments
                    key("shpat_", HEX, 32, 40),
                    key("shpca_", HEX, 32, 40),
                    key("shppa_", HEX, 32, 40),
                    key("shpss_", HEX, 32, 40),
                    key("duffel_test_", URL, 43, 43),
                    key("duffel_live_", URL, 43, 43),
                    key("shippo_test_", HEX, 40, 40),
                    key("FLWSECK_TEST-", BASE62, 12, 48),
                    key("FLWSECK-", URL, 32, 64),
                    key("access-sandbox-", URL, 36, 36),
                    key("access-development-", URL, 36, 36),
                    key("access-production-", URL, 36, 36),
                    key("test_", HEX, 35, 35),
                    key("CLOJARS_", BASE62, 60, 60),
                    key("whsec_", BASE64, 32, 64),
                    key("sq0atp-", URL, 22, 60),
                    key("sq0csp-", URL, 43, 60),
                    key("rzp_live_", BASE62, 14, 24),
                    key("shippo_live_", HEX, 40, 40),
                    key("live_", BASE62, 30, 40),
                    key("access_token$production$", BASE62, 32, 60),
                    // Clouds and their tools
                    key("dop_v1_", HEX, 64, 64),
                    key("doo_v1_", HEX, 64, 64),
                    key("dor_v1_", HEX, 64, 64),
                    key("hvs.", URL, 24, 250),
                    key("s.", BASE62, 24, 24),
                    key("hvb.", URL, 100, 400),
                    key("hvr.", URL, 24, 250),
                    key("pul-", HEX, 40, 40),
                    key("tskey-", URL, 20, 90),
                    key("sbp_", HEX, 40, 40),
                    key("sb_secret_", URL, 28, 48),
                    key("nfp_", BASE62, 36, 48),
                    key("vcp_", BASE62, 24, 64),
                    key("vci_", BASE62, 24, 64),
                    key("vca_", BASE62, 24, 64),
                    key("vcr_", BASE62, 24, 64),
                    key("vck_", BASE62, 24, 64),
                    key("cfat_", BASE62, 48, 48),
                    key("cfut_", BASE62, 48, 48),
                    key("cfk_", BASE62, 48, 48),
                    key("aio_", BASE62, 28, 28),
                    key("pscale_", DOTTED, 35, 72),
                    key("HRKU-", URL, 36, 80),
                    key("dt0c01.", DOTTED, 80, 120),
                    key("AGE-SECRET-KEY-1", BASE62, 58, 58),
                    key("dt0s01.", DOTTED, 80, 120),
                    key("dp.pt.", BASE62, 40, 44),
                    key("dp.st.", DOTTED, 40, 80),
                    key("dp.ct.", BASE62, 40, 44),
                    key("dp.sa.", BASE62, 40, 44),
                    key("fo1_", URL, 40, 48),
                    key("fm1r_", BASE64, 80, 1000),
                    key("fm1a_", BASE64, 80, 1000),
                    key("fm2_", BASE64, 80, 1000),
                    key("sha256~", URL, 43, 43),
                    key("tk-us-", URL, 48, 48),
                    key("v1.0-", URL, 160, 190),
                    key("bedrock-api-key-", BASE64, 24, 1200),
                    key("napi_", BASE62, 40, 80),
                    key("sm_aat_", BASE62, 16, 16),
                    key("sm_pat_", BASE62, 16, 16),
                    key("sm_sat_", BASE62, 16, 16),
                    // Observing
                    key("glsa_", URL, 32, 64),
                    key("glc_", BASE64, 32, 400),
                    key("NRAK-", BASE62, 27, 27),
                    key("NRJS-", HEX, 19, 19),
                    key("NRII-", URL, 32, 32),
                    key("NRIQ-", URL, 32, 32),
                    key("sntryu_", HEX, 64, 64),
                    key("phx_", URL, 40, 64),
                    // Work
                    key("lin_api_", BASE62, 32, 48),
                    key("ntn_", BASE62, 40, 60),
                    key("figd_", URL, 36, 60),
                    key("PMAK-", URL, 50, 70),
                    key("rdme_", BASE62, 64, 72),
                    key("pnu_", BASE62, 36, 36),
                    key("tfp_", DOTTED, 40, 64),
                    key("sat.", DOTTED, 60, 80),
                    key("pat.", DOTTED, 60, 80),
                    key("secret_", BASE62, 43, 43),
                    key("CFPAT-", URL, 43, 43),
                    key("pat-na1-", URL, 36, 36),
                    key("pat-eu1-", URL, 36, 36),
                    key("ops_eyJ", BASE64, 200, 1200),
                    key("fio-u-", URL, 60, 70),
                    key("squ_", HEX, 40, 40),
                    key("sqp_", BASE62, 40, 40),
                    key("sqa_", HEX, 40, 40),
                    key("slk_", HEX, 64, 64),
                    key("bkua_", HEX, 40, 40),
                    key("lin_oauth_", HEX, 64, 64),
                    key("CCIPAT_", URL, 60, 70),
                    key("API-", BASE62, 26, 32),
                    key("ico-", BASE62, 32, 32),
                    key("p8e-", BASE62, 32, 32),
                    key("s-s4t2ud-", HEX, 64, 64),
                    key("s-s4t2af-", HEX, 64, 64),
                    key("BBDC-", BASE64, 40, 48),
                    key("sgp_", HEX, 40, 40),
                    key("sgp_", URL, 57, 57),
                    key("sgp_local_", HEX, 40, 40),
                    key("sgs_", URL, 40, 64),
                    // More of all kinds
                    key("odt_", BASE62, 32, 40),
                    key("live_", URL, 36, 48),
                    key("sk_", HEX, 48, 48),
                    key("flb_live_", BASE62, 20, 32),
                    key("ak_live_", BASE62, 24, 40),
                    key("sec-c-", BASE64, 40, 80),
                    key("BBFF-", BASE62, 30, 36),
                    key("NF-", BASE62, 32, 32),
                    key("dnkey-", URL, 60, 100),
                    key("t1.", DOTTED, 80, 400),
                    key("sl.", URL, 130, 1000),
                    key("pk.eyJ", DOTTED, 60, 250),
                    key("sk.eyJ", DOTTED, 60, 250),
                    key("apify_api_", BASE62, 32, 48),
                    key("jina_", BASE62, 50, 80),
                    key("csk-", BASE62, 40, 60),
                    key("tgp_v1_", URL, 40, 60),
                    key("e2b_", HEX, 40, 40),
                    key("rnd_", BASE62, 28, 40),
                    key("akab-", DOTTED, 30, 80),
                    key("mlsn.", HEX, 64, 64),
                    key("CCIPRJ_", URL, 60, 70),
                    key("hcaik_", URL, 50, 80),
                    key("hcaic_", URL, 50, 80),
                    key("snyk_uat.", DOTTED, 40, 120),
                    key("sktsec_", URL, 40, 80),
                    key("secret-live-", BASE64, 36, 60),
                    key("secret-test-", BASE64, 36, 60),
                    key("rzp_test_", BASE62, 14, 24),
                    key("CCDB1_", URL, 50, 80),
                    key("sk-lf-", URL, 36, 36),
                    key("1000.", DOTTED, 65, 65),
                    key("mdb_sa_sk_", URL, 36, 60),
                    key("authress_", DOTTED, 40, 160),
                    key("scauth_", DOTTED, 40, 160));

    private static final List<KeyPattern> GLUED =
            List.of(
                    // NuGet, crates.io, Databricks
                    key("oy2", BASE62, 43, 43),
                    key("cio", BASE62, 32, 32),
                    key("dapi", HEX, 32, 34),
                    key("dose", HEX, 32, 34),
                    // EasyPost
                    key("EZAK", BASE62, 54, 54),
                    key("EZTK", BASE62, 54, 54),
                    // Alibaba, ClickHouse
                    key("LTAI", BASE62, 16, 20),
                    key("4b1d", BASE62, 38, 38),
                    // Facebook
                    key("EAACEdEose0cBA", BASE62, 40, 250),
                    key("EAAM", BASE62, 100, 250),
                    key("EAAC", BASE62, 100, 250),
                    // Yandex
                    key("AQVN", URL, 35, 38),
                    // Twitter
                    key("AAAAAAAAAAAAAAAAAAAAA", BASE62, 80, 120),
                    // Amazon Bedrock
                    key("ABSK", BASE64, 109, 269),
                    // Grafana until 2022
                    key("eyJrIjoi", BASE64, 70, 400),
                    // Square
                    key("EAAA", URL, 60, 60),
                    // Atlassian
                    key("ATATT3xFfGF0", BEARER, 40, 250),
                    // Airtable
                    key("pat", DOTTED, 79, 79),
                    // JFrog
                    key("AKCp", BASE62, 65, 75),
                    key("cmVmdGtu", BASE62, 56, 56),
                    // Bitbucket, Tencent
                    key("ATBB", BASE62, 32, 40),
                    key("ATCTT3xFfG", BEARER, 150, 250),
                    key("AKID", BASE62, 32, 32));

    private ApiKeys() {}

    private static KeyPattern key(String head, Alphabet body, int shortest, int longest) {
        return new KeyPattern(head, body, shortest, longest);
    }

    static Recognizer prefixed() {
        return new PrefixedKeyRecognizer(TYPE, PREFIXED);
    }

    static Recognizer glued() {
        return new GluedKeyRecognizer(TYPE, GLUED);
    }
}
