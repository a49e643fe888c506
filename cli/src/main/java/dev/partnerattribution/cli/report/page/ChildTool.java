package dev.partnerattribution.cli.report.page;

import java.util.Locale;

/** Programs that deploy, and what they make of what they are handed. What they send is in no receipt. */
enum ChildTool {
    AZ("az", "sends what is in AZURE_HTTP_USER_AGENT, az rest included."),
    AZD("azd", "sends what is in AZURE_DEV_USER_AGENT."),
    TERRAFORM(
            "terraform",
            "Its providers azurerm and azapi send what is in ARM_PARTNER_ID and AZURE_HTTP_USER_AGENT, and an ID of their own"
                    + " where ARM_PARTNER_ID is unset; a partner_id in the configuration wins."),
    TOFU("tofu", TERRAFORM.text),
    PULUMI("pulumi", "reads ARM_PARTNER_ID only, so that a marketplace ID doesn't reach it."),
    ANSIBLE("ansible", "The collection azure.azcollection sends what is in AZURE_HTTP_USER_AGENT."),
    PYTHON("python", "The Azure SDK for Python sends what is in AZURE_HTTP_USER_AGENT."),
    PWSH("pwsh", "Azure PowerShell sends what is in AZUREPS_HOST_ENVIRONMENT."),
    POWERSHELL("powershell", PWSH.text),
    JAVA("java", "decides for itself: by the runtime jar or an agent of its own, or with the option follow-jvms."),
    OTHER("", "hands it down to az, terraform and others that it may start.");

    private final String program;
    private final String text;

    ChildTool(String program, String text) {
        this.program = program;
        this.text = text;
    }

    /** By the name of the executable: python3.11, ansible-playbook and AZ.CMD are found too. */
    static ChildTool of(String executable) {
        String name = executable.toLowerCase(Locale.ROOT).replaceFirst("\\.(exe|cmd|bat)$", "");
        for (ChildTool tool : values()) {
            boolean family = tool == PYTHON || tool == ANSIBLE;
            if (name.equals(tool.program) || (family && name.matches(tool.program + "[-0-9.].*"))) {
                return tool;
            }
        }
        return OTHER;
    }

    /** Whether it is there to deploy to Azure, or often does. */
    boolean deploys() {
        return this != JAVA && this != OTHER;
    }

    /** What it makes of what it is handed, as a sentence that may lack its subject. */
    String text() {
        return text;
    }
}
