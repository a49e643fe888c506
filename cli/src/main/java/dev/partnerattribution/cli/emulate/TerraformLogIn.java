package dev.partnerattribution.cli.emulate;

import dev.partnerattribution.testkit.Fault;
import dev.partnerattribution.testkit.LoopbackArm;
import dev.partnerattribution.testkit.RecordedRequest;

/** What Terraform asks of {@code metadata_host} before it asks Azure Resource Manager for anything: where is what, and a token. */
final class TerraformLogIn {
    private static final int ALWAYS = Integer.MAX_VALUE;
    private static final String METADATA = "/metadata/endpoints";
    private static final String TOKEN = "/oauth2/v2.0/token";

    private TerraformLogIn() {}

    static void at(LoopbackArm arm) {
        arm.next(ALWAYS)
                .at("^" + METADATA)
                .answer(Fault.json(
                        200,
                        """
                {"name":"Loopback","portal":"%1$s","graph":"%1$s","microsoftGraphResourceId":"%1$s",
                 "resourceManager":"%1$s","suffixes":{"storage":"localhost"},
                 "authentication":{"loginEndpoint":"%1$s","audiences":["%1$s"],"tenant":"common","identityProvider":"AAD"}}
                """
                                .formatted("https://localhost:" + arm.port())));
        arm.next(ALWAYS)
                .at(TOKEN + "$")
                .answer(Fault.json(
                        200,
                        """
                {"token_type":"Bearer","expires_in":3600,"access_token":"e30.e30.e30"}"""));
    }

    /** Whether a request is none to Azure Resource Manager, and so has nothing to carry. */
    static boolean isOne(RecordedRequest request) {
        return request.path().startsWith(METADATA) || request.path().endsWith(TOKEN);
    }
}
