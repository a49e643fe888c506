package dev.partnerattribution.wire.program;

import java.util.ArrayList;
import java.util.List;

/** Several of the programs in one. Arguments: their main classes, separated by commas, and addresses that each sends to. */
public final class SeveralPrograms {
    private SeveralPrograms() {}

    public static void main(String[] args) throws Exception {
        List<Sending.Client> clients = new ArrayList<>();
        Sending.instead(clients::add);
        for (String main : args[0].split(",", -1)) {
            Class.forName(main).getMethod("main", String[].class).invoke(null, (Object) new String[0]);
        }
        for (Sending.Client client : clients) {
            for (int i = 1; i < args.length; i++) {
                System.out.println(client.get(args[i], null));
            }
        }
        Sending.exit();
    }
}
