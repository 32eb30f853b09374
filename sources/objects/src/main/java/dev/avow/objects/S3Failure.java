package dev.avow.objects;

import dev.avow.backup.PlaceUnusable;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * What went wrong with a store, in words for an operator: the status and the store's own code for
 * it, never what else it said, which may quote names and keys.
 */
final class S3Failure {

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9]{1,60}");

    private static final int DEPTH = 10;

    private S3Failure() {}

    /** The store's code, such as {@code NoSuchKey}; empty where there is none. */
    static Optional<String> code(SdkException failed) {
        return failed instanceof AwsServiceException answer && answer.awsErrorDetails() != null
                ? Optional.ofNullable(answer.awsErrorDetails().errorCode())
                        .filter(code -> CODE.matcher(code).matches())
                : Optional.empty();
    }

    /** The same in one line that says what to check. */
    static PlaceUnusable of(S3Location location, SdkException failed) {
        String what =
                failed instanceof AwsServiceException answer
                        ? "answered "
                                + answer.statusCode()
                                + code(failed).map(code -> " " + code).orElse("")
                                + "; "
                                + remedy(answer.statusCode(), code(failed).orElse(""))
                        : unanswered(failed);
        return new PlaceUnusable("the store of bucket " + location.bucket() + " " + what);
    }

    private static String remedy(int status, String code) {
        if (code.equals("NoSuchBucket")) {
            return "make the bucket there, or check its name and AVOW_S3_ENDPOINT";
        }
        if (status == 401 || status == 403) {
            return "check AVOW_S3_ACCESS_KEY_ID, AVOW_S3_SECRET_ACCESS_KEY and what that key may do"
                    + " with the bucket";
        }
        if (status >= 500 || status == 429) {
            return "look at that server, or wait until it has recovered";
        }
        return "check AVOW_S3_ENDPOINT, AVOW_S3_REGION and AVOW_S3_PATH_STYLE";
    }

    private static String unanswered(SdkException failed) {
        @Nullable Throwable cause = failed;
        for (int depth = 0; cause != null && depth < DEPTH; depth++) {
            switch (cause) {
                case UnknownHostException _ -> {
                    return "is on a host that cannot be found; check AVOW_S3_ENDPOINT";
                }
                case ConnectException _ -> {
                    return "cannot be reached; check AVOW_S3_ENDPOINT and whether that server runs";
                }
                case SSLException _ -> {
                    return "cannot be spoken to over TLS; check AVOW_S3_ENDPOINT and that server's"
                            + " certificate";
                }
                case SocketTimeoutException _, ApiCallAttemptTimeoutException _ -> {
                    return "did not answer in time; check AVOW_S3_ENDPOINT and AVOW_S3_TIMEOUT_MS";
                }
                case AbortedException _, InterruptedException _ -> {
                    return "was not waited for, since Avow ends";
                }
                default -> cause = cause.getCause();
            }
        }
        return "cannot be used ("
                + failed.getClass().getSimpleName()
                + "); check AVOW_S3_ENDPOINT and the credentials";
    }
}
