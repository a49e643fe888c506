package dev.partnerattribution.testkit;

import dev.partnerattribution.testkit.internal.arm.ArmApi;
import dev.partnerattribution.testkit.internal.http.Faults;
import dev.partnerattribution.testkit.internal.http.Handler;
import dev.partnerattribution.testkit.internal.http.Reply;
import dev.partnerattribution.testkit.internal.http.Request;
import dev.partnerattribution.testkit.internal.http.RequestHead;
import dev.partnerattribution.testkit.internal.http.Tunnels;
import dev.partnerattribution.testkit.internal.login.LogIn;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** What happens to a request between its connection and Azure Resource Manager: faults, standard headers, record. */
final class Exchange implements Handler {

    private final Recorder recorder;
    private final Faults faults;
    private final Tunnels tunnels;
    private final Clock clock = Clock.systemUTC();
    private volatile ArmApi api;

    Exchange(Recorder recorder, Faults faults, Tunnels tunnels, ArmApi api) {
        this.recorder = recorder;
        this.faults = faults;
        this.tunnels = tunnels;
        this.api = api;
    }

    @Override
    public Reply answer(RequestHead head, String body, boolean secure) {
        if (Tunnels.areAskedFor(head)) {
            return tunnels.answer(head);
        }
        Request request = new Request(recorder.nextSequence(), clock.instant(), secure, head, body);
        Optional<Reply> fault = faults.answer(request);
        if (fault.isEmpty() && LogIn.owns(request)) {
            return LogIn.answer(request);
        }
        Reply reply = fault.orElseGet(() -> api.answer(request))
                .with("x-ms-request-id", UUID.randomUUID().toString())
                .with("x-ms-correlation-request-id", request.correlationId());
        // Before it is sent, so that a client that has its reply finds the record too.
        recorder.record(request, reply.status());
        return reply;
    }

    void replace(ArmApi fresh) {
        api = fresh;
    }
}
