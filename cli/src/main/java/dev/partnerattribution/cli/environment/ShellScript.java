package dev.partnerattribution.cli.environment;

import dev.partnerattribution.TrackingId;
import java.util.List;
import java.util.stream.Collectors;

/** For sh, bash and all that understand it. Running it twice is running it once. */
final class ShellScript {
    private static final String GUID = "????????-????-????-????-????????????";

    private final String token;
    private final List<Variable> variables;

    private ShellScript(TrackingId id) {
        this.token = id.token();
        this.variables = Variable.of(id);
    }

    /** Each line ended. */
    static String of(TrackingId id) {
        return new ShellScript(id).text();
    }

    /** The names of what it may set, in the order in which it does. */
    static String names(TrackingId id) {
        return Variable.of(id).stream().map(Variable::name).collect(Collectors.joining(" "));
    }

    private String text() {
        return """
                case "${PARTNER_ATTRIBUTION_OPT_OUT-}" in
                1 | [Tt][Rr][Uu][Ee]) ;; # opted out
                *)
                %s  case " ${%s-} " in
                  *" %s "*)
                %s    ;;
                  esac
                  ;;
                esac
                """
                .formatted(
                        lines(variable -> !variable.needsUserAgent()),
                        Variable.USER_AGENT,
                        token,
                        lines(Variable::needsUserAgent));
    }

    private String lines(java.util.function.Predicate<Variable> wanted) {
        return variables.stream().filter(wanted).map(this::line).collect(Collectors.joining());
    }

    private String line(Variable variable) {
        String name = variable.name();
        if (variable.appended()) {
            return """
                      case " ${%1$s-} " in
                      *" "pid-%2$s" "* | *" "pid-*-partnercenter" "*) ;; # a tracking ID is there: only one is read
                      *) export %1$s="${%1$s:+$%1$s }%3$s" ;;
                      esac
                    """
                    .formatted(name, GUID, variable.value());
        }
        String indent = variable.needsUserAgent() ? "    " : "  ";
        return "%sexport %s=\"${%2$s-%3$s}\"%n"
                .formatted(indent, name, variable.value())
                .replace("\r", "");
    }
}
