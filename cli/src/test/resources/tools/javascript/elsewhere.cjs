/** Leads what goes to Azure Resource Manager to ARM_PORT of this machine. The program knows nothing of it. */
const tls = require("node:tls");
const { connect } = tls;

tls.connect = (options, ...more) => {
  if (options.host !== "management.azure.com") {
    throw new Error(`nothing else should be asked: ${options.host}`);
  }
  return connect({ ...options, host: "127.0.0.1", port: process.env.ARM_PORT }, ...more);
};
