package dev.partnerattribution.cli;

/** What env prints for a place, as lines of bash that do what that place does with it for whoever comes after. */
final class HandedOn {
    private static final String OF_GITHUB = "GITHUB_ENV=handed-on; : > $GITHUB_ENV\n";
    private static final String SET = "while IFS= read -r line; do export \"$line\"; done < handed-on\n";
    private static final String OF_PIPELINES = "##vso\\[task.setvariable variable=\\(.*\\)\\]";

    private HandedOn() {}

    /** What is handed on by the form of env for a shell, a workflow, a pipeline or an image, in a process of its own. */
    static String by(String form, String... id) {
        String printed = Run.of("env", form, id[0], id[1]).out();
        return switch (form) {
            case "bash" -> printed;
            case "github" -> OF_GITHUB + "(\n" + step(printed, "run: |", "") + ")\n" + SET;
            case "azure-pipelines" ->
                "(\n" + step(printed, "bash: |", "  displayName") + ") | sed 's/^" + OF_PIPELINES
                        + "/\\1=/' > handed-on\n" + SET;
            case "dockerfile" -> printed.replaceFirst("(?m)^ENV ", "export ");
            default -> throw new IllegalArgumentException(form);
        };
    }

    private static String step(String printed, String begin, String end) {
        int from = printed.indexOf('\n', printed.indexOf(begin)) + 1;
        return printed.substring(from, end.isEmpty() ? printed.length() : printed.indexOf(end));
    }
}
