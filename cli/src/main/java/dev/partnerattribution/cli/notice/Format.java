package dev.partnerattribution.cli.notice;

import dev.partnerattribution.cli.terminal.Markup;
import dev.partnerattribution.templates.CustomerNotice;
import java.util.Locale;

/** How a notice is written down. In each of them a partner's name is text, whatever characters it has. */
enum Format {
    TEXT {
        @Override
        String of(CustomerNotice notice, String partner) {
            return notice.text(partner) + "\n";
        }
    },
    MARKDOWN {
        @Override
        String of(CustomerNotice notice, String partner) {
            return "## " + notice.heading() + "\n\n" + notice.text(escapedMarkdown(partner)) + "\n";
        }
    },
    HTML {
        @Override
        String of(CustomerNotice notice, String partner) {
            String link = "<a href=\"" + CustomerNotice.TRUST_CENTER + "\">" + CustomerNotice.TRUST_CENTER + "</a>";
            return "<section>\n<h2>" + notice.heading() + "</h2>\n<p>"
                    + notice.text(Markup.escaped(partner)).replace(CustomerNotice.TRUST_CENTER, link)
                    + "</p>\n</section>\n";
        }
    };

    /** Ends with a line feed. */
    abstract String of(CustomerNotice notice, String partner);

    /** A backslash before each ASCII punctuation mark that means something within a line, and those of HTML as well. */
    private static String escapedMarkdown(String text) {
        return text.replaceAll("[\\\\`*_{}\\[\\]<>()#|~&!]", "\\\\$0");
    }

    /** As users write it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
