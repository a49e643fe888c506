package dev.partnerattribution.internal.children;

import dev.partnerattribution.TrackingId;
import dev.partnerattribution.internal.diagnostics.Diagnostics;
import dev.partnerattribution.internal.options.Settings;
import dev.partnerattribution.internal.options.Variables;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a child process is handed down in its environment, so that the Azure tools in it send the tracking ID too.
 *
 * <table>
 * <caption>What is added</caption>
 * <tr><th>variable</th><th>GUID</th><th>marketplace ID</th></tr>
 * <tr><td>{@code AZURE_HTTP_USER_AGENT}, {@code AZURE_DEV_USER_AGENT}</td>
 *     <td colspan="2">the token at the end, once, as in a User-Agent to an ARM host: another's ID stays alone</td></tr>
 * <tr><td>{@code AZUREPS_HOST_ENVIRONMENT}</td><td colspan="2">the token, where unset</td></tr>
 * <tr><td>{@code ARM_PARTNER_ID}</td><td>the bare GUID, where unset</td><td>nothing</td></tr>
 * <tr><td>{@code ARM_DISABLE_TERRAFORM_PARTNER_ID}, {@code ARM_DISABLE_PULUMI_PARTNER_ID}</td>
 *     <td>nothing</td><td>{@code true}, where unset</td></tr>
 * </table>
 *
 * <p>A variable that is set to the empty text is set. The last three are left alone where another's ID keeps ours out of
 * {@code AZURE_HTTP_USER_AGENT}: Terraform would send both. A child whose environment says {@code
 * PARTNER_ATTRIBUTION_OPT_OUT=true} is handed down nothing. Nothing here throws; what can't be done is said once on
 * stderr. Immutable and thread-safe.
 */
public final class ChildEnvironment {
    private final TrackingId id;
    private final @Nullable ChildJvms jvms;

    public ChildEnvironment(TrackingId id) {
        this(id, null);
    }

    /** With what makes child JVMs follow, unless it is null. */
    public ChildEnvironment(TrackingId id, @Nullable ChildJvms jvms) {
        this.id = id;
        this.jvms = jvms;
    }

    /**
     * Adds what is missing to the environment that a child will get, such as {@link ProcessBuilder#environment()}. Adding
     * twice is adding once. A map that refuses an entry stays as it was.
     */
    public void addTo(Map<String, String> environment) {
        Map<String, String> before = new HashMap<String, String>();
        try {
            for (Map.Entry<String, String> addition : additions(environment).entrySet()) {
                before.put(addition.getKey(), environment.get(addition.getKey()));
                environment.put(addition.getKey(), addition.getValue());
            }
        } catch (RuntimeException e) {
            restore(environment, before);
            report(e);
        }
    }

    private static void restore(Map<String, String> environment, Map<String, String> before) {
        for (Map.Entry<String, String> variable : before.entrySet()) {
            try {
                if (variable.getValue() == null) {
                    environment.remove(variable.getKey());
                } else {
                    environment.put(variable.getKey(), variable.getValue());
                }
            } catch (RuntimeException e) {
                // It refuses every change of this variable, so it holds what it held.
            }
        }
    }

    /**
     * The environment with what is missing.
     *
     * @param environment what the child would get, or null if it would inherit this process's; is not changed
     * @return the same object where nothing is missing or nothing can be done; otherwise a copy of the kind that a {@link
     *     ProcessBuilder} has, in which inherited variables keep their bytes even where those are no text
     */
    public @Nullable Map<String, String> copyOf(@Nullable Map<String, String> environment) {
        try {
            Map<String, String> copy = new ProcessBuilder().environment();
            if (environment != null) {
                makeEqual(copy, environment);
            }
            Map<String, String> additions = additions(copy);
            copy.putAll(additions);
            return additions.isEmpty() ? environment : copy;
        } catch (RuntimeException e) {
            report(e);
            return environment;
        }
    }

    /** Puts only what differs: a variable that is taken over as text may lose bytes. */
    private static void makeEqual(Map<String, String> copy, Map<String, String> environment) {
        copy.keySet().retainAll(new HashSet<String>(environment.keySet()));
        Map<String, String> inherited = new HashMap<String, String>(copy);
        for (Map.Entry<String, String> variable : environment.entrySet()) {
            if (!variable.getValue().equals(inherited.get(variable.getKey()))) {
                copy.put(variable.getKey(), variable.getValue());
            }
        }
    }

    private Map<String, String> additions(Map<String, String> environment) {
        if (Settings.isOptedOut(environment)) {
            return Collections.emptyMap();
        }
        Variables present = new Variables(environment);
        Map<String, String> additions = ChildVariables.additions(id, present);
        if (jvms != null) {
            additions.putAll(jvms.additions(present));
        }
        return additions;
    }

    private static void report(RuntimeException fault) {
        Diagnostics.once("off for a child process: "
                + (fault instanceof IllegalArgumentException ? fault.getMessage() : fault.toString()));
    }
}
