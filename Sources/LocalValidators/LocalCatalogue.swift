import Validators

/// The bank's own compiled rules. The lists themselves are written by `hedui-dev generate`.
package enum LocalCatalogue {}
