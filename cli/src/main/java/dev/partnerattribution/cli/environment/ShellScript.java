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
                case "${PARTNER_ATTRIBUTION_OPT_OUT-}${PARTNER_ATTRIBUTION_OPTOUT-}${partner_attribution_opt_out-}" in
                '' | 0 | [Ff][Aa][Ll][Ss][Ee]) # else opted out
                %1$s  case " ${%2$s-} " in
                  *["%5$s"]%3$s["%5$s"]*)
                %4$s    ;;
                  esac
                  ;;
                esac
                """
                .formatted(
                        lines(variable -> !variable.needsUserAgent()),
                        Variable.USER_AGENT,
                        token,
                        lines(Variable::needsUserAgent),
                        Variable.SEPARATORS);
    }

    private String lines(java.util.function.Predicate<Variable> wanted) {
        return variables.stream().filter(wanted).map(this::line).collect(Collectors.joining());
    }

    private String line(Variable variable) {
        String name = variable.name();
        if (variable.shared()) {
            return """
                      case " ${%1$s-} " in
                      *["%4$s"]pid-%2$s["%4$s"]* | *["%4$s"]pid-*-partnercenter["%4$s"]*) ;; # only one is read
                      *) export %1$s="%3$s ${%1$s:-%5$s}" ;; # what is glued to its end leaves the ID alone
                      esac
                    """
                    .formatted(name, GUID, variable.value(), Variable.SEPARATORS, Variable.LAST_WORD);
        }
        String indent = variable.needsUserAgent() ? "    " : "  ";
        return "%sexport %s=\"${%2$s-%3$s}\"%n"
                .formatted(indent, name, variable.value())
                .replace("\r", "");
    }
}
