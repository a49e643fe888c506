package dev.partnerattribution.cli.verify;

import com.azure.core.exception.ClientAuthenticationException;
import com.azure.core.exception.HttpResponseException;
import com.azure.core.management.exception.ManagementException;
import com.azure.identity.CredentialUnavailableException;
import dev.partnerattribution.cli.terminal.Failure;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Says of what the Azure SDK throws what it means for who asked, and what to do. */
final class AzureFault {
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int TOO_MANY_REQUESTS = 429;

    private AzureFault() {}

    static boolean isDeploymentNotFound(RuntimeException thrown) {
        return thrown instanceof ManagementException refused
                && refused.getValue() != null
                && "DeploymentNotFound".equals(refused.getValue().getCode());
    }

    /** The failure to end with; what is none of Azure's doing is given back as it is. */
    static RuntimeException explained(Scope scope, RuntimeException thrown) {
        if (thrown instanceof ClientAuthenticationException) {
            return Failure.ofAzure(ofLogIn(thrown));
        }
        if (thrown instanceof HttpResponseException refused && refused.getResponse() != null) {
            return Failure.ofAzure(ofStatus(scope, refused.getResponse().getStatusCode(), refused));
        }
        IOException network = network(thrown);
        return network == null
                ? thrown
                : Failure.ofAzure("Azure Resource Manager can't be reached: " + network
                        + "; check the network, HTTPS_PROXY, and --cloud or --arm-endpoint");
    }

    /** None is at hand, or one is, and the host that should accept it can't be reached, or refuses it. */
    private static String ofLogIn(RuntimeException thrown) {
        if (thrown instanceof CredentialUnavailableException) {
            return "no log-in to Azure is at hand: run az login, or set AZURE_TENANT_ID, AZURE_CLIENT_ID and "
                    + "AZURE_CLIENT_SECRET. What was tried:\n" + thrown.getMessage();
        }
        IOException network = network(thrown);
        return network == null
                ? "the log-in failed: " + thrown.getMessage()
                : "the host that logs in can't be reached: " + network
                        + "; check the network, HTTPS_PROXY, and --cloud";
    }

    private static String ofStatus(Scope scope, int status, HttpResponseException refused) {
        return switch (status) {
            case UNAUTHORIZED ->
                "Azure does not accept the log-in (401): run az login again, into the tenant of " + scope
                        + ", or set AZURE_TENANT_ID; for another cloud than the public one say --cloud";
            case FORBIDDEN ->
                "you may not read the deployments of " + scope + " (403): ask its owner for the role Reader there"
                        + ", which holds Microsoft.Resources/deployments/read and .../deployments/operations/read";
            case NOT_FOUND ->
                "there is no " + scope + " (404): check the spelling, and the subscription (" + code(refused) + ")";
            case TOO_MANY_REQUESTS ->
                "Azure takes no more requests for now (429), and did not after several waits: try again "
                        + "in some minutes";
            default ->
                "Azure answered " + status + " (" + code(refused) + "): "
                        + (status >= 500 ? "try again in some minutes" : String.valueOf(refused.getMessage()));
        };
    }

    private static String code(HttpResponseException refused) {
        return refused instanceof ManagementException told && told.getValue() != null
                ? String.valueOf(told.getValue().getCode())
                : "no code";
    }

    private static @Nullable IOException network(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException network) {
                return network;
            }
        }
        return null;
    }
}
