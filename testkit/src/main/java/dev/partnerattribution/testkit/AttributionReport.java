package dev.partnerattribution.testkit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether requests carry a tracking ID, and the text that names those that don't. */
final class AttributionReport {

    private static final int LISTED = 20;

    private final Pid pid;
    private final Map<Long, Caller> callers;

    /** {@code callers} are those that are known, by the sequence of their requests. */
    AttributionReport(Pid pid, Map<Long, Caller> callers) {
        this.pid = pid;
        this.callers = callers;
    }

    /** What is to be said against these requests; empty when each carries the tracking ID as it should. */
    Optional<String> against(List<RecordedRequest> requests) {
        if (requests.isEmpty()) {
            return Optional.of("no request was received that could carry " + pid
                    + ": does the code under test deploy to the endpoint it was given?");
        }
        List<RecordedRequest> faulty = requests.stream()
                .filter(request -> pid.faultIn(request).isPresent())
                .toList();
        return faulty.isEmpty() ? Optional.empty() : Optional.of(list(faulty, requests.size()));
    }

    private String list(List<RecordedRequest> faulty, int all) {
        String more = faulty.size() > LISTED ? "\n  and " + (faulty.size() - LISTED) + " more" : "";
        return faulty.size() + " of " + all + " requests don't carry " + pid + " once and alone:\n"
                + faulty.stream().limit(LISTED).map(this::describe).collect(Collectors.joining("\n"))
                + more;
    }

    private String describe(RecordedRequest request) {
        Caller caller = callers.get(request.sequence());
        Stream<String> lines = Stream.concat(
                Stream.of(pid.faultIn(request).orElseThrow()),
                Stream.concat(
                        request.userAgents().stream().map(value -> "User-Agent: " + value),
                        Stream.ofNullable(caller).map(Caller::toString)));
        return "  " + request.method() + " " + request.path()
                + lines.map(line -> "\n      " + line).collect(Collectors.joining());
    }
}
