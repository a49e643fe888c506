package dev.partnerattribution.internal.options;

import java.util.regex.Pattern;

/**
 * The variables that Kubernetes gives every container for each service of its namespace: {@code <SERVICE>_SERVICE_HOST},
 * {@code <SERVICE>_PORT_443_TCP_ADDR} and the like. A service named {@code partner-attribution…} makes some that start as ours.
 */
final class ServiceVariables {
    private static final Pattern NAME = Pattern.compile("(?:.*_)?(?:SERVICE_HOST|SERVICE_PORT(?:_.+)?"
            + "|PORT(?:_[0-9]{1,5}_(?:TCP|UDP|SCTP)(?:_(?:PROTO|PORT|ADDR))?)?)");

    private ServiceVariables() {}

    static boolean isOne(String variable) {
        return NAME.matcher(variable).matches();
    }
}
