package dev.partnerattribution.templates;

import java.nio.charset.StandardCharsets;
import java.util.Random;

/** A template with one to four random changes. */
final class Mutant {
    private static final String[] PIECES = {
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "\"",
        "'",
        "'''",
        "${",
        "\\",
        "\\u0022",
        "//",
        "/*",
        "*/",
        "\n",
        "\r\n",
        "\r",
        "\t",
        " ",
        "0",
        "null",
        "true",
        "\u00e9",
        "\u0000",
        "\ufeff",
        "#",
        "@",
        "\"resources\": [],",
        "\"resources\": {}",
        "\"RESOURCES\":[",
        "[]",
        "{}",
        "[{}]",
        "\"pid-7c0e12a9-3f64-4d0b-9d5e-2b8f6a1c4e73\"",
        "\"name\": \"pid-x\",",
        "'pid-${x}'",
        "\"type\": \"Microsoft.Resources/deployments\",",
        "\"[concat('pid-', variables('v'))]\"",
        "\"languageVersion\": \"2.0\",",
        "resource a 'Microsoft.Resources/deployments@2020-06-01' = {",
        "targetScope = 'tenant'\n",
        "[for x in y: ",
        "if (",
        "subscriptionDeploymentTemplate.json",
    };

    private final Random random;
    private byte[] bytes;

    private Mutant(byte[] seed, Random random) {
        this.bytes = seed;
        this.random = random;
    }

    static byte[] of(byte[] seed, Random random) {
        Mutant mutant = new Mutant(seed, random);
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes; i++) {
            mutant.change();
        }
        return mutant.bytes;
    }

    private void change() {
        int at = random.nextInt(bytes.length + 1);
        int to = Math.min(bytes.length, at + random.nextInt(24));
        switch (random.nextInt(5)) {
            case 0 -> replace(at, to, new byte[0]);
            case 1 -> replace(at, at, java.util.Arrays.copyOfRange(bytes, at, to));
            case 2 -> replace(at, Math.min(bytes.length, at + 1), new byte[] {(byte) random.nextInt(256)});
            case 3 ->
                replace(random.nextInt(8) == 0 ? 0 : at, random.nextInt(32) == 0 ? bytes.length : at, new byte[0]);
            default -> replace(at, at, PIECES[random.nextInt(PIECES.length)].getBytes(StandardCharsets.UTF_8));
        }
    }

    private void replace(int from, int to, byte[] piece) {
        int end = Math.max(from, to);
        byte[] changed = new byte[bytes.length - (end - from) + piece.length];
        System.arraycopy(bytes, 0, changed, 0, from);
        System.arraycopy(piece, 0, changed, from, piece.length);
        System.arraycopy(bytes, end, changed, from + piece.length, bytes.length - end);
        bytes = changed;
    }
}
