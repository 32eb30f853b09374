package dev.avow.kms;

import com.google.crypto.tink.Aead;
import com.sun.net.httpserver.HttpExchange;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** AWS KMS, as its API reference (2014-11-01) has the actions Encrypt and Decrypt. */
final class AwsKmsTest extends KeyServiceContract {

    private static final String ARN =
            "arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";
    private static final JsonMapper JSON = new JsonMapper();

    @Override
    FakeKeyServer start() {
        return FakeKeyServer.start(AwsKmsTest::answer);
    }

    @Override
    Aead service(FakeKeyServer server, Duration timeout) {
        return new AwsKms(
                AwsKey.of("aws-kms://" + ARN).orElseThrow(),
                new KeyServiceAccess(
                        "aws-kms://" + ARN, Optional.of(server.url()), Optional.empty(), timeout),
                StaticCredentialsProvider.create(
                        AwsBasicCredentials.create("AKIDEXAMPLE", FakeKeyServer.TOKEN)));
    }

    @Override
    FakeKeyServer.Failure forbidden() {
        return error("AccessDeniedException");
    }

    private static FakeKeyServer.Failure error(String code) {
        return new FakeKeyServer.Failure(
                400,
                JSON.writeValueAsString(Map.of("__type", code, "message", FakeKeyServer.SAID)));
    }

    private static FakeKeyServer.Failure answer(
            HttpExchange asked, JsonNode body, FakeKeyServer self) throws Exception {
        self.want(asked.getRequestMethod().equals("POST"), "method");
        self.want(asked.getRequestURI().toString().equals("/"), "path");
        self.want(
                "application/x-amz-json-1.1"
                        .equals(asked.getRequestHeaders().getFirst("Content-Type")),
                "content type");
        String signed = String.valueOf(asked.getRequestHeaders().getFirst("Authorization"));
        self.want(
                signed.matches(
                        "AWS4-HMAC-SHA256"
                                + " Credential=AKIDEXAMPLE/[0-9]{8}/eu-central-1/kms/aws4_request,"
                                + " SignedHeaders=[a-z0-9;-]*x-amz-target[a-z0-9;-]*,"
                                + " Signature=[0-9a-f]{64}"),
                "authorization");
        self.want(ARN.equals(body.path("KeyId").asString("")), "KeyId");
        byte[] place =
                HexFormat.of()
                        .parseHex(
                                body.path("EncryptionContext").path("associatedData").asString(""));
        return switch (String.valueOf(asked.getRequestHeaders().getFirst("X-Amz-Target"))) {
            case "TrentService.Encrypt" ->
                    new FakeKeyServer.Failure(
                            200,
                            JSON.writeValueAsString(
                                    Map.of(
                                            "CiphertextBlob",
                                            self.key()
                                                    .encrypt(bytes(body.path("Plaintext")), place),
                                            "KeyId",
                                            ARN,
                                            "EncryptionAlgorithm",
                                            "SYMMETRIC_DEFAULT")));
            case "TrentService.Decrypt" -> opened(body, self, place);
            default -> error("UnknownOperationException");
        };
    }

    private static FakeKeyServer.Failure opened(JsonNode body, FakeKeyServer self, byte[] place) {
        try {
            return new FakeKeyServer.Failure(
                    200,
                    JSON.writeValueAsString(
                            Map.of(
                                    "Plaintext",
                                    self.key().decrypt(bytes(body.path("CiphertextBlob")), place),
                                    "KeyId",
                                    ARN,
                                    "EncryptionAlgorithm",
                                    "SYMMETRIC_DEFAULT")));
        } catch (GeneralSecurityException altered) {
            return error("InvalidCiphertextException");
        }
    }

    private static byte[] bytes(JsonNode text) {
        return Base64.getDecoder().decode(text.asString(""));
    }

    @Test
    void decrypt_keyIsDisabledOrGone_saysWhatToDo() {
        server().fail(error("DisabledException"));
        refused(() -> service(server()).decrypt(SECRET, PLACE), "enable that key");
        server().fail(error("NotFoundException"));
        refused(() -> service(server()).decrypt(SECRET, PLACE), "no such key");
    }
}
