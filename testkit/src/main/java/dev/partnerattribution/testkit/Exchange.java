package dev.partnerattribution.testkit;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** What happens to a request between its connection and Azure Resource Manager: faults, standard headers, record. */
final class Exchange {

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

    Reply answer(RequestHead head, String body, boolean secure) {
        if (Tunnels.areAskedFor(head)) {
            return tunnels.answer(head);
        }
        Request request = new Request(recorder.nextSequence(), clock.instant(), secure, head, body);
        Optional<Fault> fault = faults.next(request);
        if (fault.isEmpty() && LogIn.owns(request)) {
            return LogIn.answer(request);
        }
        Reply reply = fault.map(ordered -> ordered.reply(request))
                .orElseGet(() -> api.answer(request))
                .with("x-ms-request-id", UUID.randomUUID().toString())
                .with("x-ms-correlation-request-id", Correlation.of(request));
        // Before it is sent, so that a client that has its reply finds the record too.
        recorder.record(request.answered(reply.status()));
        return reply;
    }

    void replace(ArmApi fresh) {
        api = fresh;
    }
}
